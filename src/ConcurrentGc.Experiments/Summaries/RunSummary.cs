using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Summaries;

/// <summary>What a run came to, as numbers; how they are shown is not decided here.</summary>
/// <param name="Result">What the engine said.</param>
/// <param name="Kinds">Cycles by kind, those that occurred only.</param>
/// <param name="All">Pauses of all kinds.</param>
/// <param name="Phases">Where the collector's time went, by kind and in the order of the phases.</param>
/// <param name="Longest">The longest pauses, in order of time.</param>
/// <param name="Allocated">Bytes allocated, the start-up heap left out if the engine counts.</param>
/// <param name="Peak">Largest total before a collection or at the end, bytes.</param>
/// <param name="WallNanoseconds">How long the run took for real.</param>
public sealed record RunSummary(
    RunResult Result,
    IReadOnlyList<KindSummary> Kinds,
    PauseStatistics All,
    IReadOnlyList<PhaseShare> Phases,
    IReadOnlyList<Cycle> Longest,
    long Allocated,
    long Peak,
    long WallNanoseconds)
{
    private const int LongestCount = 5;

    /// <summary>Nanoseconds that the program ran: all but the pauses and the time that it slept.</summary>
    public long MutatorNanoseconds => Math.Max(0, Result.VirtualNanoseconds - All.Total - Result.Counts.IdleNanoseconds);

    /// <summary>
    /// Nanoseconds that the main thread spent on collecting outside of pauses: marking steps, and sweeping before marking. They
    /// are in the time of the program, or in that in which it slept.
    /// </summary>
    public long BesideNanoseconds => Phases.Where(share => !share.IsInPause).Sum(share => share.Nanoseconds);

    /// <summary>Sums up a run.</summary>
    /// <param name="rows">Its collections.</param>
    /// <param name="result">What the engine said.</param>
    /// <param name="wallNanoseconds">How long it took for real.</param>
    public static RunSummary Of(IReadOnlyList<Cycle> rows, RunResult result, long wallNanoseconds)
    {
        var kinds = new List<KindSummary>();
        var phases = new List<PhaseShare>();
        foreach (var kind in Enum.GetValues<CycleKind>())
        {
            var cycles = rows.Where(row => row.Kind == kind).ToList();
            if (cycles.Count > 0)
            {
                kinds.Add(Kind(kind, cycles));
                phases.AddRange(PhasesOf(kind, cycles));
            }
        }

        return new RunSummary(
            result,
            kinds,
            PauseStatistics.Of(rows.Select(row => row.Pause)),
            phases,
            [.. rows.OrderByDescending(row => row.Pause).ThenBy(row => row.Sequence).Take(LongestCount)
                .OrderBy(row => row.Sequence)],
            result.Counts.AllocatedBytes > 0 ? result.Counts.AllocatedBytes : rows.Sum(row => row.Allocated),
            Math.Max(
                rows.Count > 0 ? rows.Max(row => row[Statistic.TotalBefore]) : 0,
                result.Spaces.Sum(space => space.SpaceUsedSize)),
            wallNanoseconds);
    }

    private static KindSummary Kind(CycleKind kind, List<Cycle> cycles) => new(
        kind,
        PauseStatistics.Of(cycles.Select(row => row.Pause)),
        cycles.Sum(row => row[Statistic.Promoted]),
        cycles.Sum(row => row[Statistic.Copied]),
        cycles.Sum(row => row[Statistic.TotalBefore] - row[Statistic.TotalAfter]))
    {
        StoreBuffer = StoreBufferSummary.Of(cycles),
    };

    private static IEnumerable<PhaseShare> PhasesOf(CycleKind kind, List<Cycle> cycles) =>
        from phase in PhaseTimes.All
        let main = cycles.Sum(row => row.Phases[phase])
        let mainInPause = cycles.Sum(row => row.PausePhases[phase])
        let background = cycles.Sum(row => row.BackgroundWork[phase])
        let backgroundInPause = cycles.Sum(row => row.BackgroundPauseWork[phase])
        from share in new PhaseShare[]
        {
            new(kind, phase, IsInPause: true, mainInPause, backgroundInPause),
            new(kind, phase, IsInPause: false, main - mainInPause, background - backgroundInPause),
        }
        where share is not { Nanoseconds: 0, BackgroundNanoseconds: 0 }
        select share;
}
