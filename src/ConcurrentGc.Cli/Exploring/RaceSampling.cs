using System.Globalization;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Tries some schedules of the world of a race.</summary>
/// <param name="plan">What is asked.</param>
/// <param name="sample">Which schedules.</param>
internal sealed class RaceSampling(RacePlan plan, SamplePlan sample)
{
    /// <summary>Tries them.</summary>
    /// <param name="watch">Told who says how far it is.</param>
    /// <param name="cancellation">Ends it; what was tried counts.</param>
    public RaceReport Run(Action<Func<string>> watch, CancellationToken cancellation)
    {
        var search = new SampleSearch(
            () => new LitmusWorld(plan.Test), sample.Create, unchecked((ulong)sample.Seed), plan.Search.Jobs, plan.Search.Limits.Bytes);
        watch(() => string.Create(
            CultureInfo.InvariantCulture, $"{search.Tried:N0} of {sample.Schedules:N0} schedules, {search.States:N0} states"));
        var found = search.Run(sample.Schedules, cancellation);
        var reason = cancellation.IsCancellationRequested ? "interrupted" : "sampled";
        var result = found.Failing is { } failing
            ? new SearchResult(Verdict.Violated, found.States, found.Steps, found.Bytes) { Schedule = failing }
            : new SearchResult(Verdict.Inconclusive, found.States, found.Steps, found.Bytes, reason);
        return new RaceReport(plan, result, IsShortest: false) { Sample = found };
    }

    /// <summary>What the strategy promises of the schedules that were tried, in words.</summary>
    /// <param name="found">What they showed.</param>
    public string Bound(SampleResult found) => sample.Strategy switch
    {
        ExploreStrategy.Pct => string.Create(
            CultureInfo.InvariantCulture,
            $"a bug of depth {sample.Depth} was missed with a chance of at most {found.Missed(Chance(found)) * 100:G3} %"),
        ExploreStrategy.Delay => string.Create(
            CultureInfo.InvariantCulture, $"of at most {found.Longest:N0}^{sample.Delays} schedules with {sample.Delays} delays"),
        _ => "nothing bounds the chance that a bug was missed",
    };

    /// <summary>The chance that a bug was missed; null: the strategy does not say.</summary>
    /// <param name="found">What they showed.</param>
    public double? Missed(SampleResult found) => sample.Strategy == ExploreStrategy.Pct ? found.Missed(Chance(found)) : null;

    private double Chance(SampleResult found)
    {
        using var world = new LitmusWorld(plan.Test);
        return new PriorityStrategy(sample.Depth).Bound(world.Host.Count, Math.Max(found.Longest, 1));
    }
}
