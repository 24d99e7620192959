using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>
/// One collection as a table of the reference runs holds it; sizes in bytes unless named otherwise. Numbers that a
/// source does not give are null.
/// </summary>
/// <param name="Sequence">One-based.</param>
/// <param name="Kind">Scavenge or mark-compact.</param>
/// <param name="Cause">V8's words; empty when not given.</param>
/// <param name="TotalBefore">Objects in all spaces before.</param>
/// <param name="TotalAfter">The same after.</param>
/// <param name="Promoted">Promoted to the old generation.</param>
/// <param name="Copied">Copied within new space.</param>
public sealed record TableRow(
    int Sequence, CycleKind Kind, string Cause, long TotalBefore, long TotalAfter, long Promoted, long Copied)
{
    /// <summary>Largest number that a file may hold, 2^40: no heap of V8 has a terabyte, and sums over rows stay whole.</summary>
    public const long Most = 1L << 40;

    /// <summary>Total before less total after of the row before.</summary>
    public long Allocated { get; init; }

    /// <summary>Free and wasted bytes in old pages before.</summary>
    public long? HolesBefore { get; init; }

    /// <summary>The same after.</summary>
    public long? HolesAfter { get; init; }

    /// <summary>Capacity of one semispace after.</summary>
    public long? SemispaceCapacity { get; init; }

    /// <summary>Used in new space after, KB.</summary>
    public long? NewUsedKilobytes { get; init; }

    /// <summary>Used in old space after, KB.</summary>
    public long? OldUsedKilobytes { get; init; }

    /// <summary>Committed by old space after, KB.</summary>
    public long? OldCommittedKilobytes { get; init; }

    /// <summary>Used in large-object space after, KB.</summary>
    public long? LargeUsedKilobytes { get; init; }

    /// <summary>Used in new large-object space after, KB.</summary>
    public long? NewLargeUsedKilobytes { get; init; }

    /// <summary>Incremental marking steps.</summary>
    public long Steps { get; init; }

    /// <summary>How long the program stood, nanoseconds; tables in CSV do not give it.</summary>
    public long? Pause { get; init; }

    /// <summary>The row of a simulated cycle.</summary>
    /// <param name="cycle">A cycle that has ended.</param>
    public static TableRow From(Cycle cycle) => new(
        cycle.Sequence,
        cycle.Kind,
        V8Words.Cause(cycle.Kind, cycle.Cause),
        cycle[Statistic.TotalBefore],
        cycle[Statistic.TotalAfter],
        cycle[Statistic.Promoted],
        cycle[Statistic.Copied])
    {
        Allocated = cycle.Allocated,
        HolesBefore = cycle[Statistic.HolesBefore],
        HolesAfter = cycle[Statistic.HolesAfter],
        SemispaceCapacity = cycle[Statistic.SemispaceCapacity],
        NewUsedKilobytes = cycle[Statistic.NewUsed] / 1024,
        OldUsedKilobytes = cycle[Statistic.OldUsed] / 1024,
        OldCommittedKilobytes = cycle[Statistic.OldCommitted] / 1024,
        LargeUsedKilobytes = cycle[Statistic.LargeUsed] / 1024,
        NewLargeUsedKilobytes = cycle[Statistic.NewLargeUsed] / 1024,
        Steps = cycle[Statistic.IncrementalSteps],
        Pause = cycle.Pause,
    };
}
