using System.Globalization;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Summaries;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>Prints a simulated table and a real one side by side.</summary>
internal static class ComparisonRenderer
{
    private const string Columns =
        "  row  kind          promoted             copied               total before         total after\n" +
        "                      simulated      Node  simulated      Node  simulated      Node  simulated      Node\n";

    private const double NanosecondsPerMillisecond = 1e6;

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
        WritePauses(comparison, output);
        if (!comparison.MayBeOfOneProgram)
        {
            output.Write(
                "\nWhat was allocated differs by more than a fifth, or what survived by more than half: is this the log of\n" +
                "the same program, with the same arguments and heap flags?\n");
        }
    }

    // A log of a real run has pauses, a table in CSV has none.
    private static void WritePauses(TableComparison comparison, TextWriter output)
    {
        if (comparison.Rows.Any(row => row.Reference is { Pause: null } || row.Simulated is { Pause: null }))
        {
            return;
        }

        output.Write("\nPauses, ms           simulated           Node   ratio\n");
        foreach (var kind in Enum.GetValues<CycleKind>())
        {
            var (ours, node) = (Pauses(comparison, row => row.Simulated, kind), Pauses(comparison, row => row.Reference, kind));
            Write("total", ours.Total, node.Total);
            Write("median", ours.Median, node.Median);
            Write("longest", ours.Longest, node.Longest);

            void Write(string name, long simulated, long real)
            {
                if (ours.Count > 0 && node.Count > 0)
                {
                    output.Write(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{V8Words.Key(kind),-12} {name,-7} {simulated / NanosecondsPerMillisecond,9:F3} {real / NanosecondsPerMillisecond,14:F3}" +
                        $"  {(real == 0 ? "-" : (simulated / (double)real).ToString("F4", CultureInfo.InvariantCulture))}\n"));
                }
            }
        }
    }

    private static PauseStatistics Pauses(TableComparison comparison, Func<RowComparison, TableRow?> side, CycleKind kind) =>
        PauseStatistics.Of(comparison.Rows.Select(side).Where(row => row?.Kind == kind).Select(row => row!.Pause!.Value));

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
        return simulated.Kind == node.Kind ? kind : simulated.Kind == CycleKind.Scavenge ? "s / mc" : "mc / s";
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
