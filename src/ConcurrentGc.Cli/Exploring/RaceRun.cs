using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Exploration.Liveness;
using ConcurrentGc.Exploration.Schedules;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Searches the world of a race, and tells the schedule that breaks a rule.</summary>
/// <param name="plan">What is asked.</param>
/// <param name="cancellation">Ends the search, which is inconclusive then.</param>
internal sealed class RaceRun(RacePlan plan, CancellationToken cancellation)
{
    private const long MostCounted = 200_000;

    private Func<string> _states = static () => string.Empty;

    /// <summary>How far it is, in words; any thread may ask.</summary>
    public string Progress => _states();

    /// <summary>States that a checkpoint had.</summary>
    public long Resumed { get; private set; }

    /// <summary>Why the checkpoint does not have the last states; null: it has, or there is none.</summary>
    public string? CheckpointProblem { get; private set; }

    /// <summary>Searches.</summary>
    /// <exception cref="UsageException">The checkpoint cannot be used.</exception>
    public RaceReport Run()
    {
        var watch = Stopwatch.StartNew();
        if (plan.Search.IsLiveness && SearchLoops() is { } live)
        {
            return live with { Seconds = watch.Elapsed.TotalSeconds };
        }

        var searched = plan.Search.Sample is { } sample ? new RaceSampling(plan, sample).Run(Watch, cancellation) : Search();
        var (result, schedule) = (searched.Result, searched.Result.Schedule);
        var seconds = watch.Elapsed.TotalSeconds; // of the search; the rest is telling it
        if (schedule.Count > 0 && !searched.IsShortest)
        {
            schedule = new Shrinking(() => new LitmusWorld(plan.Test)).Shrink(schedule);
        }

        var told = schedule.Count == 0 ? searched : Tell(plan, schedule);
        return told with
        {
            Result = result,
            IsShortest = searched.IsShortest,
            Sample = searched.Sample,
            FoundAfter = result.Schedule.Count,
            Schedules = Count(result),
            Seconds = seconds,
        };
    }

    /// <summary>Makes a schedule again, and tells it.</summary>
    /// <param name="plan">The world.</param>
    /// <param name="schedule">The schedule.</param>
    /// <exception cref="FormatException">The schedule is of another world.</exception>
    public static RaceReport Tell(RacePlan plan, IReadOnlyList<int> schedule)
    {
        using var world = new LitmusWorld(plan.Test);
        var tale = new WorldTale(world);
        var steps = tale.Tell(schedule);
        var verdict = tale.Rule.Length > 0 ? Verdict.Violated : Verdict.Safe;
        var made = schedule.Take(steps.Count).ToList(); // behind them, a search may note that nobody has anything to do
        using var again = new LitmusWorld(plan.Test);
        var replay = Replay.Of(again, made);
        return new RaceReport(plan, new SearchResult(verdict, 0, 0, 0) { Schedule = made }, IsShortest: false)
        {
            Actors = tale.Actors,
            Steps = steps,
            BrokenAt = tale.BrokenAt,
            Heap = tale.Heap,
            Rule = tale.Rule,
            Message = tale.Message,
            Line = new ReplayLine(plan, made).Print(),
            Record = replay.Hash.ToString("x32", CultureInfo.InvariantCulture),
            Posted = tale.Posted,
            Events = replay.Record,
        };
    }

    /// <summary>How many schedules a proof covers; not where all states with their ways would take much memory.</summary>
    private BigInteger? Count(SearchResult result)
    {
        if (result.Verdict != Verdict.Safe || result.States > MostCounted)
        {
            return null;
        }

        using var world = new LitmusWorld(plan.Test);
        return ScheduleCount.Of(world.Space, plan.Search.Limits, cancellation);
    }

    /// <summary>Asks whether every fair schedule ends.</summary>
    /// <returns>Null: a schedule breaks a rule, which is another question.</returns>
    private RaceReport? SearchLoops()
    {
        using var world = new LitmusWorld(plan.Test);
        var found = LivenessSearch.Run(world.Space, plan.Search.Limits, cancellation);
        var reason = found.Verdict != Verdict.Inconclusive ? string.Empty : cancellation.IsCancellationRequested ? "interrupted" : "states";
        var result = new SearchResult(found.Verdict, found.States, found.Transitions, 0, reason);
        return found.Lasso is { } lasso
            ? Tell(plan, [.. lasso.Stem, .. lasso.Loop]) with { Result = result with { Schedule = [.. lasso.Stem, .. lasso.Loop] }, LoopsBehind = lasso.Stem.Count }
            : found.Verdict == Verdict.Violated ? null
            : new RaceReport(plan, result, IsShortest: false);
    }

    private RaceReport Search()
    {
        var isShortest = plan.Search.Strategy is { } strategy ? strategy == ExploreStrategy.BreadthFirst : plan.IsControl;
        var result = isShortest ? SearchByDistance() : SearchAll();
        if (result.Verdict == Verdict.Violated && plan.Search.Strategy is null && !isShortest)
        {
            // Not expected to break: it was searched for a verdict. What broke is shown by a shortest schedule.
            (result, isShortest) = SearchByDistance() is { Verdict: Verdict.Violated } shortest ? (shortest, true) : (result, false);
        }

        return new RaceReport(plan, result, isShortest);
    }

    private SearchResult SearchByDistance()
    {
        using var world = new LitmusWorld(plan.Test);
        var visited = new FingerprintedStates();
        Watch(() => string.Create(CultureInfo.InvariantCulture, $"{visited.Count:N0} states"));
        return BreadthFirstSearch.Run(world.Space, visited, plan.Search.Limits, cancellation);
    }

    private SearchResult SearchAll()
    {
        if (plan.Search.CheckpointFile is { } path)
        {
            return SearchAll(plan.Search.Jobs, new WalkCheckpoint(path, Searched));
        }

        var result = SearchAll(plan.Search.Jobs, checkpoint: null);
        return result.Verdict == Verdict.Violated && plan.Search.Jobs > 1
            ? SearchAll(jobs: 1, checkpoint: null) // which schedule breaks it is the same each time
            : result;
    }

    private SearchResult SearchAll(int jobs, WalkCheckpoint? checkpoint)
    {
        var search = new WalkSearch(() => new LitmusWorld(plan.Test), plan.Search.Limits, jobs, plan.Search.Sleeps) { Checkpoint = checkpoint };
        Watch(() => string.Create(CultureInfo.InvariantCulture, $"{search.States:N0} states"));
        try
        {
            var result = search.Run(cancellation);
            (Resumed, CheckpointProblem) = (search.Resumed, checkpoint?.Problem);
            return result;
        }
        catch (Exception problem) when (checkpoint is not null && problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{ExploreFlags.Checkpoint.Name}: found '{plan.Search.CheckpointFile}' ({problem.Message}), allowed: a file that can "
                + $"be written, new or a checkpoint of {Searched}",
                problem);
        }
    }

    private string Searched => ReplayLine.WorldOf(plan.Test) + (plan.Search.Sleeps ? ", sleep sets" : string.Empty);

    private void Watch(Func<string> states) => _states = () => $"{plan.Test.Name}: {states()}";
}
