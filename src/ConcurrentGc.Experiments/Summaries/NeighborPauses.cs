using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Summaries;

/// <summary>
/// An isolate's pauses of one kind, parted by whether a neighbor collected meanwhile, from the beginning of its cycle (of a
/// full collection: of its marking) to the end of its last pause. Both share the helpers then.
/// </summary>
/// <remarks>
/// The two parts differ in what was collected, too. So each scavenge beside a neighbor is matched with one without: the one that
/// moved the most similar number of bytes, if that differs by a tenth or 16 KB at most. Full collections are not matched: their
/// pauses depend on how far marking was and on what is evacuated, and they are few.
/// </remarks>
/// <param name="Kind">The kind.</param>
/// <param name="Alone">Pauses in which no neighbor collected.</param>
/// <param name="Beside">Pauses in which one did.</param>
/// <param name="MatchedAlone">For each matched pause beside a neighbor, the one without; one may stand for several.</param>
/// <param name="MatchedBeside">The pauses beside a neighbor that are matched.</param>
public sealed record NeighborPauses(
    CycleKind Kind, PauseStatistics Alone, PauseStatistics Beside, PauseStatistics MatchedAlone, PauseStatistics MatchedBeside)
{
    private const int Parts = 10;

    /// <summary>Less than a copy buffer: what so few bytes cost is not seen beside the rest of a pause.</summary>
    private const long Slack = 16 << 10;

    /// <summary>Parts the pauses of an isolate, by kinds that occurred.</summary>
    /// <param name="rows">Its collections.</param>
    /// <param name="neighbors">Those of its neighbors, in the order of their pauses' ends within each.</param>
    public static IReadOnlyList<NeighborPauses> Of(IReadOnlyList<Cycle> rows, IReadOnlyList<IReadOnlyList<Cycle>> neighbors) =>
    [
        .. from kind in Enum.GetValues<CycleKind>()
           let parts = rows.Where(row => row.Kind == kind).ToLookup(row => neighbors.Any(each => IsBeside(row, each)))
           where parts.Count > 0
           select Of(kind, [.. parts[false]], [.. parts[true]]),
    ];

    private static NeighborPauses Of(CycleKind kind, IReadOnlyList<Cycle> alone, IReadOnlyList<Cycle> beside)
    {
        var matches = (from row in beside
                       let match = alone.Where(other => IsAlike(row, other)).MinBy(other => Math.Abs(Moved(row) - Moved(other)))
                       where match is not null
                       select (Alone: match.Pause, Beside: row.Pause)).ToList();
        return new NeighborPauses(
            kind,
            PauseStatistics.Of(alone.Select(row => row.Pause)),
            PauseStatistics.Of(beside.Select(row => row.Pause)),
            PauseStatistics.Of(matches.Select(match => match.Alone)),
            PauseStatistics.Of(matches.Select(match => match.Beside)));
    }

    private static bool IsBeside(Cycle row, IReadOnlyList<Cycle> neighbor) => neighbor.Any(
        other => other.StartTime < row.PauseEnd && row.PauseStart < other.PauseEnd);

    private static bool IsAlike(Cycle row, Cycle other) => row.Kind == CycleKind.Scavenge
        && Math.Abs(Moved(row) - Moved(other)) <= Math.Max(Math.Max(Moved(row), Moved(other)) / Parts, Slack);

    private static long Moved(Cycle row) => row[Statistic.Copied] + row[Statistic.Promoted];
}
