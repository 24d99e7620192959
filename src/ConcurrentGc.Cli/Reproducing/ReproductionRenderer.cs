using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Reproduction;

namespace ConcurrentGc.Cli.Reproducing;

/// <summary>Prints the table of reproduced results, then what each claim is and where it stands.</summary>
internal static class ReproductionRenderer
{
    /// <summary>Prints it.</summary>
    /// <param name="rows">The rows in the order of the results.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(IReadOnlyList<ReproducedRow> rows, TextWriter output)
    {
        var table = new TextTable("Result and quantity", "published", "ours", "band", "verdict");
        foreach (var row in rows)
        {
            table.Add(
                $"{row.Result.Name,-4}{row.Measure?.Quantity}",
                row.Measure?.Published ?? string.Empty,
                ReproductionWords.Ours(row),
                row.Measure is { } measure ? ReproductionWords.Ends(measure.Band) : string.Empty,
                ReproductionWords.Key(row.Verdict));
        }

        table.Write(output);
        foreach (var claim in rows.GroupBy(row => row.Result))
        {
            output.Write($"  {claim.Key.Name,-4}{claim.Key.Sentence}\n      {claim.Key.Source}\n");
            foreach (var row in claim.Where(row => row.Reason.Length > 0))
            {
                var quantity = row.Measure is { } measure ? $", {measure.Quantity}" : string.Empty;
                output.Write($"      {ReproductionWords.Key(row.Verdict)}{quantity}: {row.Reason}\n");
            }
        }

        var counts = rows.GroupBy(row => row.Verdict).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {ReproductionWords.Key(group.Key)}");
        output.Write($"\n  {string.Join(", ", counts)}. reproduce --json has the command line of each run.\n");
    }
}
