using System.Numerics;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Liveness;

/// <summary>
/// Counts schedules: ways from where a search begins to where nobody has anything to do. A step that changes nothing, a look at
/// a lock that somebody holds, could be made any number of times; it is not counted.
/// </summary>
public static class ScheduleCount
{
    /// <summary>Counts.</summary>
    /// <param name="space">What is searched.</param>
    /// <param name="limits">What it may take; only the number of states is asked for.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <typeparam name="TSpace">The space.</typeparam>
    /// <returns>How many there are; null: endless, or not known since a rule broke or a limit was hit.</returns>
    public static BigInteger? Of<TSpace>(TSpace space, SearchLimits limits, CancellationToken cancellation = default)
        where TSpace : ILiveSpace
    {
        var graph = StateGraph.Of(space, limits, cancellation);
        if (graph.IsCut || graph.IsViolated)
        {
            return null;
        }

        var (counts, open, done) = (new BigInteger[graph.States], new int[graph.States], 0);
        var ready = new Queue<int>();
        for (var state = 0; state < graph.States; state++)
        {
            counts[state] = graph.IsFirst(state) ? BigInteger.One : BigInteger.Zero;
            foreach (var (target, _) in graph.Edges(state))
            {
                open[target] += target == state ? 0 : 1;
            }
        }

        Enumerable.Range(0, graph.States).Where(state => open[state] == 0).ToList().ForEach(ready.Enqueue);
        var schedules = BigInteger.Zero;
        while (ready.TryDequeue(out var state))
        {
            done++;
            var isEnd = true;
            foreach (var (target, _) in graph.Edges(state))
            {
                if (target != state)
                {
                    isEnd = false;
                    counts[target] += counts[state];
                    if (--open[target] == 0)
                    {
                        ready.Enqueue(target);
                    }
                }
            }

            schedules += isEnd ? counts[state] : BigInteger.Zero;
        }

        return done == graph.States ? schedules : null;
    }
}
