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
public sealed class WalkSearch(Func<IExploredWorld> create, SearchLimits limits, int threads = 1)
{
    // Note [Searching side by side].
    //
    // Threads share nothing but the fingerprints of states that were met: who adds one first expands that state, whoever
    // meets it later turns back. A thread that has nothing to do is given the untried actors of the state that is nearest to
    // the start of another one's way, as the steps that lead there, and makes these steps in its own world. So each state is
    // expanded once, whoever does it, and numbers of states and steps of a search that ends are the same for any number of
    // threads. Which broken rule is found first is not.

    private readonly SharedFingerprints _visited = new();
    private readonly WalkTasks _tasks = new(threads);
    private long _transitions;
    private string _reason = string.Empty;
    private SearchResult? _violation;

    /// <summary>What a broken rule says.</summary>
    public string Message { get; private set; } = string.Empty;

    /// <summary>Different states that were met so far.</summary>
    public long States => _visited.Count;

    /// <summary>Searches.</summary>
    /// <param name="cancellation">Ends the search, which is inconclusive then.</param>
    public SearchResult Run(CancellationToken cancellation = default)
    {
        _tasks.Add(new WalkTask([], []));
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            using var world = create();
            var walker = new Walker(world.Host.Count, new WorldWalk(world), _visited, _tasks);
            while (_tasks.TryTake(out var task))
            {
                if (!walker.Walk(task, () => LimitHit(cancellation)))
                {
                    Stop(walker);
                }
            }

            Interlocked.Add(ref _transitions, walker.Transitions);
        });
        return _violation is { } found ? found with { States = _visited.Count, Transitions = _transitions, Bytes = _visited.Bytes }
            : new SearchResult(
                _reason.Length > 0 ? Verdict.Inconclusive : Verdict.Safe, _visited.Count, _transitions, _visited.Bytes, _reason);
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
