using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Experiments;

namespace ConcurrentGc.Tests.Fidelity;

/// <summary>
/// Which totals of a run are further from Node's than they should be: allocated bytes by more than 0.3 %, scavenges by more
/// than two and 2 %, mark-compacts by more than one and 10 %, promoted and copied bytes, the peak, and the old generation
/// after a mark-compact by more than 5 %.
/// </summary>
internal static class TotalMisses
{
    private const double Share = 0.05;

    private static readonly ILookup<string, string> _writtenDown =
        File.ReadLines(GoldTables.FileOf("totals.csv")).Skip(1).Select(line => line.Split(','))
            .ToLookup(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    /// <summary>Those that are written down beside a table, with their causes.</summary>
    /// <param name="table">Its name.</param>
    public static IReadOnlyList<string> WrittenDown(string table) => [.. _writtenDown[table]];

    /// <summary>Those of a run.</summary>
    /// <param name="simulated">The simulated run.</param>
    /// <param name="reference">The real one.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<TableRow> simulated, IReadOnlyList<TableRow> reference)
    {
        var (ours, theirs) = (RunTotals.Of(simulated), RunTotals.Of(reference));
        (string Name, bool IsMissed)[] totals =
        [
            ("allocated", IsFar(ours.Allocated, theirs.Allocated, 0.003)),
            ("scavenges", IsFar(ours.Scavenges, theirs.Scavenges, 0.02, slack: 2)),
            ("mark-compacts", IsFar(ours.MarkCompacts, theirs.MarkCompacts, 0.1, slack: 1)),
            ("promoted", IsFar(ours.Promoted, theirs.Promoted, Share)),
            ("copied", IsFar(ours.Copied, theirs.Copied, Share)),
            ("peak", IsFar(ours.Peak, theirs.Peak, Share)),
            ("old-after", OldAfter(simulated).Zip(OldAfter(reference)).Any(pair => IsFar(pair.First, pair.Second, Share))),
        ];
        return [.. totals.Where(total => total.IsMissed).Select(total => total.Name)];
    }

    private static bool IsFar(long ours, long theirs, double share, long slack = 0) =>
        Math.Abs(ours - theirs) > Math.Max(slack, share * theirs);

    private static IEnumerable<long> OldAfter(IReadOnlyList<TableRow> rows) => rows
        .Where(row => row.Kind == CycleKind.MarkCompact)
        .Select(row => row.OldUsedKilobytes!.Value + row.LargeUsedKilobytes!.Value);
}
