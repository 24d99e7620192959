using System.Diagnostics;
using System.Globalization;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Finds the defect of each race of a plan, and proves it safe with its rule in force.</summary>
/// <param name="plan">The plan.</param>
/// <param name="cancellation">Ends it; rows that are complete are kept.</param>
internal sealed class CatalogRun(CatalogPlan plan, CancellationToken cancellation)
{
    /// <summary>Searches.</summary>
    /// <param name="progress">Told how far it is.</param>
    public CatalogReport Run(Action<string>? progress)
    {
        var watch = Stopwatch.StartNew();
        var rows = new Dictionary<string, CatalogRow>(StringComparer.Ordinal);
        var searched = plan.Races.AsParallel()
            .WithDegreeOfParallelism(plan.Jobs)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(Search);
        foreach (var row in searched)
        {
            if (!cancellation.IsCancellationRequested)
            {
                rows[row.Race.Name] = row; // what an interruption cut short is not known
            }

            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"catalog: {rows.Count} of {plan.Races.Count} races"));
        }

        var ordered = plan.Races.Where(race => rows.ContainsKey(race.Name)).Select(race => rows[race.Name]).ToList();
        return new CatalogReport(plan, ordered, watch.Elapsed.TotalSeconds, cancellation.IsCancellationRequested);
    }

    private CatalogRow Search(Race race)
    {
        var watch = Stopwatch.StartNew();
        var helpers = plan.Helpers ?? race.Broken.Helpers;
        var (broken, sound) = (race.Broken with { Helpers = helpers }, race.Sound with { Helpers = helpers });
        var shortest = Shortest(broken);
        var control = All(broken);
        var sample = plan.Schedules > 0 ? Sample(broken) : null;
        var before = watch.Elapsed;
        var proof = All(sound);
        return new CatalogRow(race, helpers)
        {
            Shortest = shortest,
            Broken = BrokenRule(broken, shortest.Schedule),
            Control = control,
            Sample = sample,
            Proof = proof,
            ProofSeconds = (watch.Elapsed - before).TotalSeconds,
            Seconds = watch.Elapsed.TotalSeconds,
        };
    }

    private SearchResult Shortest(LitmusTest test)
    {
        using var world = new LitmusWorld(test);
        return BreadthFirstSearch.Run(world.Space, new FingerprintedStates(), plan.Limits, cancellation);
    }

    private SearchResult All(LitmusTest test) => new WalkSearch(() => new LitmusWorld(test), plan.Limits, threads: 1, plan.Sleeps).Run(cancellation);

    private SampleResult Sample(LitmusTest test)
    {
        var priorities = SamplePlan.Priorities(plan.Schedules);
        return new SampleSearch(
            () => new LitmusWorld(test), priorities.Create, (ulong)priorities.Seed, threads: 1, plan.Limits.Bytes).Run(plan.Schedules, cancellation);
    }

    private static string BrokenRule(LitmusTest test, IReadOnlyList<int> schedule)
    {
        if (schedule.Count == 0)
        {
            return string.Empty;
        }

        using var world = new LitmusWorld(test);
        var tale = new WorldTale(world);
        tale.Tell(schedule);
        return tale.Rule;
    }
}
