using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Comparison;

/// <summary>Finds where V8 first started marking in a table, which does not say so itself.</summary>
public static class MarkingStart
{
    /// <summary>The limit a run starts with at V8's default heap of 4096 MB, bytes.</summary>
    public const long DefaultInitialLimit = 512L << 20;

    private const long MaximumOld = 4096L << 20;
    private const long GrowingStep = 8L << 20;

    // The old generation (old, code and large-object space) at the start of a run; measured.
    private const long OldAtStart = 2_535_600 + 245_712 + 262_160;

    /// <summary>
    /// The number of leading rows that marking cannot have touched: those up to the scavenge after which the old
    /// generation is above its limit, and never the first mark-compact or later ones.
    /// </summary>
    /// <param name="rows">A table of a real run.</param>
    /// <param name="initialLimit">The limit that the run started with, bytes.</param>
    /// <returns>All rows when there is no mark-compact: then marking, if it started, did not end.</returns>
    public static int RowsBefore(IReadOnlyList<TableRow> rows, long initialLimit = DefaultInitialLimit)
    {
        var firstMarkCompact = rows.ToList().FindIndex(row => row.Kind == CycleKind.MarkCompact);
        if (firstMarkCompact < 0)
        {
            return rows.Count;
        }

        var limit = new OldGenerationLimit(initialLimit, MaximumOld, GrowingStep);
        var oldBefore = OldAtStart;
        for (var index = 0; index < firstMarkCompact; index++)
        {
            var row = rows[index];
            var old = OldAfter(row);
            limit.AddSurvival(row.Promoted + row.Copied, row.TotalBefore - oldBefore);
            limit.AfterScavenge(old);
            if (old > limit.Bytes)
            {
                return index + 1;
            }

            oldBefore = old;
        }

        return firstMarkCompact;
    }

    private static long OldAfter(TableRow row) => row.NewUsedKilobytes is { } used
        ? row.TotalAfter - ((used + (row.NewLargeUsedKilobytes ?? 0)) * 1024)
        : row.TotalAfter - row.Copied;
}
