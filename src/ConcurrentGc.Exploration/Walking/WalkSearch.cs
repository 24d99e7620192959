using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Walking;

/// <summary>
/// Visits every state of a world, depth first, going back by undoing steps: for verdicts. What it says does not depend on
/// the order.
/// </summary>
/// <param name="create">Makes the world again for each thread.</param>
/// <param name="limits">What the search may take.</param>
/// <param name="threads">How many threads search; each has a world of its own.</param>
/// <param name="sleeps">Whether ways that only swap steps that commute are left out. See Note [Sleep sets].</param>
public sealed class WalkSearch(Func<IExploredWorld> create, SearchLimits limits, int threads = 1, bool sleeps = false)
{
    // Note [Searching side by side].
    //
    // Threads share nothing but the fingerprints of states that were met: who adds one first expands that state, whoever
    // meets it later turns back. A thread that has nothing to do is given the untried actors of the state that is nearest to
    // the start of another one's way, as the steps that lead there, and makes these steps in its own world. So each state is
    // expanded once, whoever does it, and numbers of states and steps of a search that ends are the same for any number of
    // threads. Which broken rule is found first is not.

    /// <summary>Steps of a thread between two checkpoints at least: about a second. With more states it is as many as those, so that
    /// writing them costs little beside meeting them.</summary>
    private const long PhaseSteps = 1L << 20;

    private readonly SharedFingerprints _visited = new(sleeps);
    private WalkTasks _tasks = new(threads);
    private long _transitions;
    private string _reason = string.Empty;
    private SearchResult? _violation;

    /// <summary>Where the search is kept while it is under way, and whence it goes on; null: nowhere.</summary>
    public WalkCheckpoint? Checkpoint { get; init; }

    /// <summary>States that were known when it began, from a checkpoint.</summary>
    public long Resumed { get; private set; }

    /// <summary>What a broken rule says.</summary>
    public string Message { get; private set; } = string.Empty;

    /// <summary>Different states that were met so far.</summary>
    public long States => _visited.Count;

    /// <summary>Searches.</summary>
    /// <param name="cancellation">Ends the search, which is inconclusive then.</param>
    /// <exception cref="FormatException">The checkpoint is none, or of another world.</exception>
    /// <exception cref="IOException">The checkpoint cannot be read or written.</exception>
    public SearchResult Run(CancellationToken cancellation = default)
    {
        IReadOnlyList<WalkTask> left = Checkpoint?.TryLoad(_visited) ?? [new WalkTask([], [])];
        Resumed = _visited.Count;
        Checkpoint?.Save(_visited, left); // what cannot be written must not be found out after an hour
        while (left.Count > 0 && _violation is null && _reason.Length == 0)
        {
            left = RunPhase(left, cancellation);
            if (_violation is null)
            {
                Checkpoint?.TrySave(_visited, left);
            }
        }

        return _violation is { } found ? found with { States = _visited.Count, Transitions = _transitions, Bytes = _visited.Bytes }
            : new SearchResult(
                left.Count > 0 ? Verdict.Inconclusive : Verdict.Safe, _visited.Count, _transitions, _visited.Bytes, left.Count > 0 ? _reason : string.Empty);
    }

    /// <summary>Searches until nothing is left, or until a thread has made as many steps as lie between two checkpoints.</summary>
    /// <returns>What is left.</returns>
    private IReadOnlyList<WalkTask> RunPhase(IReadOnlyList<WalkTask> tasks, CancellationToken cancellation)
    {
        _tasks = new WalkTasks(threads);
        foreach (var task in tasks)
        {
            _tasks.Add(task);
        }

        var most = Math.Max(PhaseSteps, _visited.Count);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            using var world = create();
            var walker = new Walker(world.Host.Count, new WorldWalk(world), _visited, _tasks, sleeps);
            while (_tasks.TryTake(out var task))
            {
                if (!walker.Walk(task, () => LimitHit(cancellation) || (Checkpoint is not null && walker.Transitions > most)))
                {
                    Stop(walker);
                }
            }

            Interlocked.Add(ref _transitions, walker.Transitions);
        });
        return _tasks.Left;
    }

    private void Stop(Walker walker)
    {
        if (walker.Broken is { } schedule)
        {
            var found = new SearchResult(Verdict.Violated, 0, 0, 0) { Schedule = schedule };
            if (Interlocked.CompareExchange(ref _violation, found, null) is null)
            {
                Message = walker.Message;
            }
        }

        _tasks.End();
    }

    private bool LimitHit(CancellationToken cancellation)
    {
        var reason = cancellation.IsCancellationRequested ? "interrupted"
            : _visited.Count > limits.States ? "states"
            : _visited.Bytes > limits.Bytes ? "memory"
            : string.Empty;
        if (reason.Length > 0)
        {
            _reason = reason;
        }

        return reason.Length > 0;
    }
}
