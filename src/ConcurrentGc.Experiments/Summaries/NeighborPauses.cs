using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Summaries;

/// <summary>
/// An isolate's pauses of one kind, parted by whether a neighbor collected meanwhile, from the beginning of its cycle (of a
/// full collection: of its marking) to the end of its last pause. Both share the helpers then.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Alone">Pauses in which no neighbor collected.</param>
/// <param name="Beside">Pauses in which one did.</param>
public sealed record NeighborPauses(CycleKind Kind, PauseStatistics Alone, PauseStatistics Beside)
{
    /// <summary>Parts the pauses of an isolate, by kinds that occurred.</summary>
    /// <param name="rows">Its collections.</param>
    /// <param name="neighbors">Those of its neighbors, in the order of their pauses' ends within each.</param>
    public static IReadOnlyList<NeighborPauses> Of(IReadOnlyList<Cycle> rows, IReadOnlyList<IReadOnlyList<Cycle>> neighbors) =>
    [
        .. from kind in Enum.GetValues<CycleKind>()
           let pauses = rows.Where(row => row.Kind == kind).ToLookup(row => neighbors.Any(each => IsBeside(row, each)), row => row.Pause)
           where pauses.Count > 0
           select new NeighborPauses(kind, PauseStatistics.Of(pauses[false]), PauseStatistics.Of(pauses[true])),
    ];

    private static bool IsBeside(Cycle row, IReadOnlyList<Cycle> neighbor) => neighbor.Any(
        other => other.StartTime < row.PauseEnd && row.PauseStart < other.PauseEnd);
}
