using System.Globalization;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Logs;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>Prints a simulated table and a real one side by side.</summary>
internal static class ComparisonRenderer
{
    private const string Columns =
        "  row  kind          promoted             copied               total before         total after\n" +
        "                      simulated      Node  simulated      Node  simulated      Node  simulated      Node\n";

    private static readonly string[] _names =
        ["allocated", "scavenges", "mark-compacts", "promoted", "copied", "peak"];

    /// <summary>Prints every row, then the totals and the score.</summary>
    /// <param name="comparison">Both tables.</param>
    /// <param name="output">Takes the text.</param>
    public static void Write(TableComparison comparison, TextWriter output)
    {
        output.Write("\nCollections beside Node's, bytes (= agrees within 5 % or 48 KB)\n");
        output.Write(Columns);
        for (var index = 0; index < comparison.Rows.Count; index++)
        {
            if (index == comparison.RowsBeforeMarking)
            {
                output.Write("  ---- Node starts marking; later rows depend on how fast its machine was\n");
            }

            WriteRow(index + 1, comparison.Rows[index], output);
        }

        output.Write(comparison.AgreesBeforeMarking
            ? $"\nAll {comparison.RowsBeforeMarking} rows before marking agree\n"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"\nRow {comparison.FirstDisagreement} is the first of {comparison.RowsBeforeMarking} before marking " +
                $"that does not agree\n"));
        WriteTotals(comparison.Fidelity, output);
    }

    private static void WriteRow(int number, RowComparison row, TextWriter output)
    {
        var (simulated, node) = (row.Simulated, row.Reference);
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{(row.Agrees ? '=' : ' ')} {number,4} {Kind(simulated, node),-13}" +
            $" {simulated?.Promoted,11}{node?.Promoted,10}{simulated?.Copied,11}{node?.Copied,10}" +
            $"{simulated?.TotalBefore,11}{node?.TotalBefore,10}{simulated?.TotalAfter,11}{node?.TotalAfter,10}" +
            $"  {string.Join(' ', row.Differences)}").TrimEnd());
        output.Write('\n');
    }

    private static string Kind(TableRow? simulated, TableRow? node)
    {
        if (simulated is null || node is null)
        {
            return simulated is null ? "only in Node" : "only here";
        }

        var kind = V8Words.Key(simulated.Kind);
        return simulated.Kind == node.Kind ? kind : simulated.Kind == Orinoco.Recording.CycleKind.Scavenge ? "s / mc" : "mc / s";
    }

    private static void WriteTotals(Fidelity fidelity, TextWriter output)
    {
        output.Write("\nTotals            simulated           Node   ratio\n");
        foreach (var quantity in Enum.GetValues<Quantity>())
        {
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{_names[(int)quantity],-13} {fidelity.Simulated[quantity],13} {fidelity.Reference[quantity],14}" +
                $"  {fidelity.Ratios[(int)quantity]:F4}\n"));
        }

        output.Write(string.Create(CultureInfo.InvariantCulture, $"score {fidelity.Score:F4}\n"));
    }
}
