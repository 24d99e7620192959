namespace ConcurrentGc.Exploration.Searching;

/// <summary>
/// Visits every state that can be reached, the newest first, and stops at the first broken rule: for verdicts. What it says
/// does not depend on the order.
/// </summary>
public static class DepthFirstSearch
{
    private const int LookEvery = 1 << 12;

    /// <summary>Searches.</summary>
    /// <param name="space">What is searched.</param>
    /// <param name="visited">Nothing yet.</param>
    /// <param name="limits">What it may take.</param>
    /// <param name="cancellation">Ends the search, which is inconclusive then.</param>
    /// <typeparam name="TSpace">The space.</typeparam>
    /// <typeparam name="TVisited">How states are compared.</typeparam>
    public static SearchResult Run<TSpace, TVisited>(
        TSpace space, TVisited visited, SearchLimits limits, CancellationToken cancellation = default)
        where TSpace : IStateSpace where TVisited : IVisitedStates
    {
        var open = new StateStack();
        var sink = new Sink<TVisited>(visited, open);
        space.Begin(ref sink);
        for (var turn = 0L; !sink.IsViolated && open.TryPop(out var state); turn++)
        {
            if (turn % LookEvery == 0 && LimitHit(visited, open, limits, cancellation) is { Length: > 0 } reason)
            {
                return Result(Verdict.Inconclusive, reason);
            }

            space.Expand(state, ref sink);
        }

        return Result(sink.IsViolated ? Verdict.Violated : Verdict.Safe, string.Empty);

        SearchResult Result(Verdict verdict, string reason) =>
            new(verdict, visited.Count, sink.Transitions, visited.Bytes + open.Bytes, reason);
    }

    private static string LimitHit<TVisited>(
        TVisited visited, StateStack open, SearchLimits limits, CancellationToken cancellation)
        where TVisited : IVisitedStates =>
        cancellation.IsCancellationRequested ? "interrupted"
        : visited.Count > limits.States ? "states"
        : visited.Bytes + open.Bytes > limits.Bytes ? "memory"
        : string.Empty;

    private struct Sink<TVisited>(TVisited visited, StateStack open) : IStateSink
        where TVisited : IVisitedStates
    {
        public bool IsViolated { get; private set; }

        public long Transitions { get; private set; }

        public bool Take(int step, ReadOnlySpan<ulong> state, bool isViolation)
        {
            Transitions++;
            if (isViolation)
            {
                IsViolated = true;
                return false;
            }

            if (visited.Add(state))
            {
                open.Push(state);
            }

            return true;
        }
    }
}
