using System.Globalization;
using ConcurrentGc.Exploration.Matrix;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Prints the catalog: a row a race, with its rule broken and in force.</summary>
internal static class CatalogRenderer
{
    /// <summary>The first line of a file of rows.</summary>
    public const string Header =
        "race,helpers,broken,steps,states,exhaustive,pct-schedules,verdict,safe-states,safe-transitions,safe-bytes,safe-seconds";

    private const string Nothing = "-";

    /// <summary>Prints it.</summary>
    /// <param name="report">The catalog.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(CatalogReport report, TextWriter output)
    {
        var hasSample = report.Plan.Schedules > 0;
        List<string[]> lines = [.. report.Rows.Select(row => Cells(row, hasSample)).Prepend(Head(hasSample))];
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            var cells = lines[at].Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            output.Write($"  {string.Join("  ", cells).TrimEnd()}\n");
            if (at == 0)
            {
                output.Write("  " + new string('─', widths.Sum() + (2 * (widths.Count - 1))) + "\n");
            }
        }

        WriteEnd(report, output);
    }

    /// <summary>A line of a file of rows.</summary>
    /// <param name="row">The race.</param>
    public static string Line(CatalogRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Race.Name},{row.Helpers},{row.Broken},{row.Steps},{row.Shortest.States},{MatrixWords.Of(row.Control.Verdict)},"
        + $"{(row.Sample?.Failing is null ? string.Empty : row.Sample.Schedules)},{MatrixWords.Of(row.Proof.Verdict)},"
        + $"{row.Proof.States},{row.Proof.Transitions},{row.Proof.Bytes},{row.ProofSeconds:F2}");

    private static string[] Head(bool hasSample) =>
    [
        "Race", "breaks", "steps", "states", .. hasSample ? ["pct: schedule"] : Array.Empty<string>(),
        "in force", "states", "transitions", "bytes", "seconds",
    ];

    private static string[] Cells(CatalogRow row, bool hasSample) =>
    [
        row.Race.Name,
        row.Broken.Length > 0 ? row.Broken : MatrixWords.Of(row.Shortest.Verdict),
        row.Steps > 0 ? Number(row.Steps) : Nothing,
        Number(row.Shortest.States),
        .. hasSample ? [row.Sample?.Failing is null ? Nothing : Number(row.Sample.Schedules)] : Array.Empty<string>(),
        MatrixWords.Of(row.Proof.Verdict),
        Number(row.Proof.States),
        Number(row.Proof.Transitions),
        Number(row.Proof.Bytes / Math.Max(row.Proof.States, 1)),
        row.ProofSeconds.ToString("F2", CultureInfo.InvariantCulture),
    ];

    private static void WriteEnd(CatalogReport report, TextWriter output)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"""

              breaks    the rule of the heap that the shortest schedule breaks, its steps, and the states nearer to the start
              in force  the verdict over every schedule, and what it took: bytes a state, seconds of one thread

              {report.Holding} of {report.Plan.Races.Count} races break with their rule broken, by every search, and are safe with it in force

            """));
        if (report.Plan.Schedules > 0)
        {
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"  {report.Sampled} of them are found in {report.Plan.Schedules:N0} schedules of strategy {SamplePlan.Priorities(report.Plan.Schedules).Words}\n"));
        }

        output.Write(string.Create(CultureInfo.InvariantCulture, $"  {report.States:N0} states of proofs, {report.Seconds:F1} s\n"));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
