namespace ConcurrentGc.Exploration.Searching;

/// <summary>Visits states by their distance from the begin, so that the first broken rule has a shortest schedule.</summary>
public static class BreadthFirstSearch
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
        var met = new MetStates();
        var sink = new Sink<TVisited>(visited, met);
        space.Begin(ref sink);
        for (var at = 0; !sink.IsViolated && met.TryTake(out var state); at++)
        {
            var reason = at % LookEvery != 0 ? string.Empty
                : cancellation.IsCancellationRequested ? "interrupted"
                : visited.Count > limits.States ? "states"
                : visited.Bytes + met.Bytes > limits.Bytes ? "memory"
                : string.Empty;
            if (reason.Length > 0)
            {
                return Result(Verdict.Inconclusive) with { Reason = reason };
            }

            sink.Parent = at;
            space.Expand(state, ref sink);
        }

        if (!sink.IsViolated)
        {
            return Result(Verdict.Safe);
        }

        var (first, schedule) = met.Path(sink.Parent, sink.LastStep);
        return Result(Verdict.Violated) with { Schedule = schedule, First = first };

        SearchResult Result(Verdict verdict) =>
            new(verdict, visited.Count, sink.Transitions, visited.Bytes + met.Bytes);
    }

    private struct Sink<TVisited>(TVisited visited, MetStates met) : IStateSink
        where TVisited : IVisitedStates
    {
        public int Parent { get; set; } = MetStates.None;

        public int LastStep { get; private set; }

        public bool IsViolated { get; private set; }

        public long Transitions { get; private set; }

        public bool Take(int step, ReadOnlySpan<ulong> state, bool isViolation)
        {
            Transitions++;
            if (isViolation)
            {
                (IsViolated, LastStep) = (true, step);
                return false;
            }

            if (visited.Add(state))
            {
                met.Add(state, Parent, step);
            }

            return true;
        }
    }
}
