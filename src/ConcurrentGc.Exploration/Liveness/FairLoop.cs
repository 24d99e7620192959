namespace ConcurrentGc.Exploration.Liveness;

/// <summary>A short loop within a component that is fair: see Note [Fair lassos].</summary>
internal static class FairLoop
{
    /// <summary>Finds one.</summary>
    public static Lasso Find<TSpace>(TSpace space, StateGraph graph, IReadOnlyList<int> component)
        where TSpace : ILiveSpace
    {
        var members = component.ToHashSet();
        var first = component.Min(); // states are numbered by distance: the shortest way in
        var made = graph.ActorsOf(space, component).Made;
        var (at, loop, missing) = (first, new List<int>(), space.Fair & made);
        while (missing != 0 || loop.Count == 0)
        {
            var (wanted, before) = (missing, loop.Count);
            at = Walk(graph, members, at, loop, (_, step) => wanted == 0 || ((wanted >> space.ActorOf(step)) & 1) != 0);
            missing = loop.Skip(before).Aggregate(missing, (left, step) => left & ~(1UL << space.ActorOf(step)));
        }

        if (!space.IsStronglyFair)
        {
            at = VisitIdleness(space, graph, component, (members, at, loop, space.Fair & ~made));
        }

        if (at != first)
        {
            Walk(graph, members, at, loop, (target, _) => target == first);
        }

        return new Lasso(graph.WayTo(first), loop);
    }

    /// <summary>Goes to a state in which an actor has nothing to do, for each that makes no step.</summary>
    private static int VisitIdleness<TSpace>(
        TSpace space,
        StateGraph graph,
        IReadOnlyList<int> component,
        (HashSet<int> Members, int At, List<int> Loop, ulong Idle) way)
        where TSpace : ILiveSpace
    {
        var at = way.At;
        for (var idle = way.Idle; idle != 0; idle &= idle - 1)
        {
            var actor = idle & (~idle + 1);
            if ((graph.EnabledIn(space, at) & actor) != 0)
            {
                var goals = component.Where(state => (graph.EnabledIn(space, state) & actor) == 0).ToHashSet();
                at = Walk(graph, way.Members, at, way.Loop, (target, _) => goals.Contains(target));
            }
        }

        return at;
    }

    /// <summary>Adds the steps of a shortest way inside the component, to a step that is wanted.</summary>
    /// <returns>The state that it leads to.</returns>
    private static int Walk(
        StateGraph graph, HashSet<int> members, int from, List<int> loop, Func<int, int, bool> isWanted)
    {
        var ways = new Dictionary<int, (int Parent, int Step)>();
        var open = new Queue<int>([from]);
        while (open.TryDequeue(out var state))
        {
            foreach (var (target, step) in graph.Edges(state))
            {
                if (!members.Contains(target))
                {
                    continue;
                }

                if (isWanted(target, step))
                {
                    AddWay(ways, from, state, step, loop);
                    return target;
                }

                if (target != from && ways.TryAdd(target, (state, step)))
                {
                    open.Enqueue(target);
                }
            }
        }

        throw new InvalidOperationException("A component is not connected.");
    }

    private static void AddWay(Dictionary<int, (int Parent, int Step)> ways, int from, int state, int last, List<int> loop)
    {
        var at = loop.Count;
        loop.Add(last);
        for (; state != from; state = ways[state].Parent)
        {
            loop.Insert(at, ways[state].Step);
        }
    }
}
