using System.Diagnostics;
using System.Numerics;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Exploration.Liveness;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Searches the world of a race, and tells the schedule that breaks a rule.</summary>
/// <param name="plan">What is asked.</param>
/// <param name="cancellation">Ends the search, which is inconclusive then.</param>
internal sealed class RaceRun(RacePlan plan, CancellationToken cancellation)
{
    private const long MostCounted = 200_000;

    /// <summary>Searches.</summary>
    public RaceReport Run()
    {
        var watch = Stopwatch.StartNew();
        var isShortest = plan.BreadthFirst ?? plan.IsControl;
        var result = isShortest ? SearchByDistance() : SearchAll();
        if (result.Verdict == Verdict.Violated && plan.BreadthFirst is null && !isShortest)
        {
            // Not expected to break: it was searched for a verdict. What broke is shown by a shortest schedule.
            (result, isShortest) = SearchByDistance() is { Verdict: Verdict.Violated } shortest ? (shortest, true) : (result, false);
        }

        return Tell(new RaceReport(plan, result, isShortest, watch.Elapsed.TotalSeconds) { Schedules = Count(result) });
    }

    /// <summary>How many schedules a proof covers; not where all states with their ways would take much memory.</summary>
    private BigInteger? Count(SearchResult result)
    {
        if (result.Verdict != Verdict.Safe || result.States > MostCounted)
        {
            return null;
        }

        using var world = new LitmusWorld(plan.Test);
        return ScheduleCount.Of(world.Space, plan.Limits, cancellation);
    }

    private SearchResult SearchByDistance()
    {
        using var world = new LitmusWorld(plan.Test);
        return BreadthFirstSearch.Run(world.Space, new FingerprintedStates(), plan.Limits, cancellation);
    }

    private SearchResult SearchAll() =>
        new WalkSearch(() => new LitmusWorld(plan.Test), plan.Limits).Run(cancellation);

    private RaceReport Tell(RaceReport report)
    {
        if (report.Result.Schedule.Count == 0)
        {
            return report;
        }

        using var world = new LitmusWorld(plan.Test);
        var tale = new WorldTale(world);
        var steps = tale.Tell(report.Result.Schedule);
        return report with
        {
            Actors = tale.Actors,
            Steps = steps,
            BrokenAt = tale.BrokenAt,
            Heap = tale.Heap,
            Rule = tale.Rule,
            Message = tale.Message,
        };
    }
}
