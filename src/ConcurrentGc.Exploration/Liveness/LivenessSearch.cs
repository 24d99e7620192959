using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Liveness;

/// <summary>Looks for a fair schedule in which something that has begun never ends.</summary>
public static class LivenessSearch
{
    // Note [Fair lassos].
    //
    // Under weak fairness an actor that is enabled from some moment on makes a step some time; under strong fairness one that
    // is enabled again and again does. In a component of states that lead to each other a schedule for ever can visit all
    // states and make all steps. So it is weakly fair exactly when for each fair actor the component has a step of it, or a
    // state in which it has nothing to do; and no part of the component has what the whole does not. It is strongly fair when
    // for each fair actor that has something to do somewhere there is a step of it; else the states where it has are left
    // out, and the components of the rest are looked at.
    // So all states and steps are kept. A step that changes nothing, such as a look at a lock that somebody holds, is a loop
    // of one state; it is fair only if nobody else has anything to do.
    // Strong fairness stands for the handshake where a model has none: a mutator that is asked to stand stands at its next
    // safepoint. Reductions that take one state for others keep lassos; one that leaves steps out would not, and is off.

    /// <summary>Searches.</summary>
    /// <param name="space">What is searched.</param>
    /// <param name="limits">What it may take; only the number of states is asked for.</param>
    /// <param name="cancellation">Ends the search, which is inconclusive then.</param>
    /// <typeparam name="TSpace">The space.</typeparam>
    public static LivenessResult Run<TSpace>(TSpace space, SearchLimits limits, CancellationToken cancellation = default)
        where TSpace : ILiveSpace
    {
        var graph = StateGraph.Of(space, limits, cancellation);
        if (graph.IsCut || graph.IsViolated)
        {
            return new(graph.IsCut ? Verdict.Inconclusive : Verdict.Violated, graph.States, graph.Transitions, null);
        }

        var shortest = default(Lasso);
        foreach (var component in FairComponents(space, graph))
        {
            var lasso = FairLoop.Find(space, graph, component);
            if (shortest is null || lasso.Stem.Count + lasso.Loop.Count < shortest.Stem.Count + shortest.Loop.Count)
            {
                shortest = lasso;
            }
        }

        return new(shortest is null ? Verdict.Safe : Verdict.Violated, graph.States, graph.Transitions, shortest);
    }

    private static IEnumerable<List<int>> FairComponents<TSpace>(TSpace space, StateGraph graph)
        where TSpace : ILiveSpace
    {
        var open = new Stack<IReadOnlyList<int>>();
        open.Push([.. Enumerable.Range(0, graph.States).Where(graph.IsUnderWay)]);
        while (open.TryPop(out var states))
        {
            foreach (var component in Components.Of(graph, states))
            {
                var (somewhere, everywhere, made) = graph.ActorsOf(space, component);
                var starved = space.Fair & ~made & (space.IsStronglyFair ? somewhere : everywhere);
                if (starved == 0)
                {
                    yield return component;
                }
                else if (space.IsStronglyFair)
                {
                    open.Push([.. component.Where(state => (graph.EnabledIn(space, state) & starved) == 0)]);
                }
            }
        }
    }
}
