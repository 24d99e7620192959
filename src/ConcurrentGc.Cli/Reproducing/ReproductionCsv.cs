using System.Globalization;
using ConcurrentGc.Experiments.Reproduction;

namespace ConcurrentGc.Cli.Reproducing;

/// <summary>Writes reproduced results as a table in CSV. Changes and shares are written as parts of one.</summary>
internal static class ReproductionCsv
{
    /// <summary>Writes it.</summary>
    /// <param name="rows">The rows in the order of the results.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(IReadOnlyList<ReproducedRow> rows, TextWriter output)
    {
        output.Write("result,quantity,published,ours,least,most,verdict,reason\n");
        foreach (var row in rows)
        {
            string[] cells =
            [
                row.Result.Name,
                row.Measure?.Quantity ?? row.Result.Sentence,
                row.Measure?.Published ?? string.Empty,
                ReproductionWords.HasNumber(row) ? Plain(row.Value) : string.Empty,
                Plain(row.Measure?.Band.Least ?? double.NaN),
                Plain(row.Measure?.Band.Most ?? double.NaN),
                ReproductionWords.Key(row.Verdict),
                row.Reason,
            ];
            output.Write(string.Join(',', cells.Select(Quoted)) + "\n");
        }
    }

    private static string Plain(double number) =>
        double.IsFinite(number) ? number.ToString("0.######", CultureInfo.InvariantCulture) : string.Empty;

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n") < 0
        ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
