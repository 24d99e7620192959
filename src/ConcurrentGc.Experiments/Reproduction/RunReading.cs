using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Summaries;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>What measures read from a run. Times are nanoseconds of virtual time, sizes bytes.</summary>
/// <param name="Rows">Its collections.</param>
/// <param name="Summary">What it came to; null when it did not complete.</param>
/// <param name="Stops">When its program stood.</param>
/// <param name="Problem">Why it did not complete; empty when it did.</param>
public sealed record RunReading(
    IReadOnlyList<Cycle> Rows, RunSummary? Summary, IReadOnlyList<(long Begin, long End)> Stops, string Problem)
{
    /// <summary>Phases that are marking, on whatever thread; none lies within another.</summary>
    private static readonly CollectionPhase[] _marking =
    [
        CollectionPhase.IncrementalStart, CollectionPhase.Incremental, CollectionPhase.MarkRoots,
        CollectionPhase.MarkFullClosureParallel,
    ];

    /// <summary>Length of the run.</summary>
    public double Length => Summary!.Result.VirtualNanoseconds;

    /// <summary>What the program itself took: all but the stops.</summary>
    public double ProgramTime => Length - Stops.Sum(stop => (double)(stop.End - stop.Begin));

    /// <summary>All scavenges.</summary>
    public IEnumerable<Cycle> Scavenges => Rows.Where(row => row.Kind == CycleKind.Scavenge);

    /// <summary>All full collections.</summary>
    public IEnumerable<Cycle> FullCollections => Rows.Where(row => row.Kind == CycleKind.MarkCompact);

    /// <summary>What the main thread did in scavenges.</summary>
    public double ScavengeTime => Scavenges.Sum(row => (double)row.Pause);

    /// <summary>How long the program stood at most.</summary>
    public double LongestStop => Stops.Select(stop => (double)(stop.End - stop.Begin)).DefaultIfEmpty(double.NaN).Max();

    /// <summary>What the main thread marked in a full collection: steps beside the program and in the pause, on average.</summary>
    public double MarkingByFullCollection => ByFullCollection(_marking);

    /// <summary>A phase of the main thread, on average over the full collections.</summary>
    /// <param name="phases">They may not lie within each other.</param>
    public double ByFullCollection(params CollectionPhase[] phases) =>
        Average(FullCollections, row => phases.Sum(phase => (double)row.Phases[phase]));

    /// <summary>The longest pause of a full collection.</summary>
    public double LongestFullPause => FullCollections.Select(row => (double)row.Pause).DefaultIfEmpty(double.NaN).Max();

    /// <summary>A number about the cycles of a kind, summed up.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="statistic">The number.</param>
    public double Sum(CycleKind kind, Statistic statistic) =>
        Rows.Where(row => row.Kind == kind).Sum(row => (double)row[statistic]);

    /// <summary>The average of a number; none of no cycles.</summary>
    /// <param name="cycles">The cycles.</param>
    /// <param name="number">The number of one.</param>
    public static double Average(IEnumerable<Cycle> cycles, Func<Cycle, double> number) =>
        cycles.Select(number).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Bytes that collections of a kind freed for each byte that they had to touch: copied, promoted or marked.</summary>
    /// <param name="kind">The kind.</param>
    public double Yield(CycleKind kind)
    {
        var freed = Sum(kind, Statistic.TotalBefore) - Sum(kind, Statistic.TotalAfter);
        var touched = kind == CycleKind.Scavenge
            ? Sum(kind, Statistic.Copied) + Sum(kind, Statistic.Promoted)
            : Sum(kind, Statistic.TotalAfter);
        return freed / touched;
    }
}
