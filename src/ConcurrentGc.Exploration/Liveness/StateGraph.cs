using System.IO.Hashing;
using System.Runtime.InteropServices;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Liveness;

/// <summary>All states of a space and the steps between them, kept by number.</summary>
internal sealed class StateGraph
{
    private readonly Dictionary<UInt128, int> _numbers = [];
    private readonly Queue<ulong[]> _open = new();
    private readonly List<int> _firstEdge = [];
    private readonly List<(int Target, int Step)> _edges = [];
    private readonly List<(int Parent, int Step)> _ways = [];
    private readonly List<bool> _underWay = [];
    private readonly Func<ulong[], bool> _isUnderWay;

    private StateGraph(Func<ulong[], bool> isUnderWay) => _isUnderWay = isUnderWay;

    public int States => _numbers.Count;

    public long Transitions => _edges.Count;

    /// <summary>Whether a rule broke on the way, so that the graph is not whole.</summary>
    public bool IsViolated { get; private set; }

    /// <summary>Whether a limit was hit, so that the graph is not whole.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Walks through a space.</summary>
    public static StateGraph Of<TSpace>(TSpace space, SearchLimits limits, CancellationToken cancellation)
        where TSpace : ILiveSpace
    {
        var graph = new StateGraph(state => space.IsUnderWay(state));
        var sink = new Sink(graph, -1);
        space.Begin(ref sink);
        for (var at = 0; !graph.IsViolated && graph._open.TryDequeue(out var state); at++)
        {
            if (graph.States > limits.States || cancellation.IsCancellationRequested)
            {
                graph.IsCut = true;
                return graph;
            }

            graph._firstEdge.Add(graph._edges.Count);
            var next = new Sink(graph, at);
            space.Expand(state, ref next);
        }

        graph._firstEdge.Add(graph._edges.Count);
        return graph;
    }

    public bool IsUnderWay(int state) => _underWay[state];

    /// <summary>The steps from a state.</summary>
    public ReadOnlySpan<(int Target, int Step)> Edges(int state) =>
        CollectionsMarshal.AsSpan(_edges)[_firstEdge[state].._firstEdge[state + 1]];

    /// <summary>A bit for each actor that has something to do in a state.</summary>
    public ulong EnabledIn<TSpace>(TSpace space, int state)
        where TSpace : ILiveSpace
    {
        var enabled = 0UL;
        foreach (var (_, step) in Edges(state))
        {
            enabled |= 1UL << space.ActorOf(step);
        }

        return enabled;
    }

    /// <summary>Actors that have something to do somewhere, everywhere, and those that make a step within a component.</summary>
    public (ulong Somewhere, ulong Everywhere, ulong Made) ActorsOf<TSpace>(TSpace space, IReadOnlyList<int> component)
        where TSpace : ILiveSpace
    {
        var members = component.ToHashSet();
        var (somewhere, everywhere, made) = (0UL, ulong.MaxValue, 0UL);
        foreach (var state in component)
        {
            var enabled = EnabledIn(space, state);
            (somewhere, everywhere) = (somewhere | enabled, everywhere & enabled);
            foreach (var (target, step) in Edges(state))
            {
                made |= members.Contains(target) ? 1UL << space.ActorOf(step) : 0;
            }
        }

        return (somewhere, everywhere, made);
    }

    /// <summary>The steps of a shortest way to a state.</summary>
    public IReadOnlyList<int> WayTo(int state)
    {
        var steps = new List<int>();
        for (; _ways[state].Parent >= 0; state = _ways[state].Parent)
        {
            steps.Add(_ways[state].Step);
        }

        steps.Reverse();
        return steps;
    }

    private bool Take(int parent, int step, ReadOnlySpan<ulong> state, bool isViolation)
    {
        if (isViolation)
        {
            IsViolated = true;
            return false;
        }

        var key = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(state));
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _numbers.Count;
            _numbers.Add(key, number);
            var words = state.ToArray();
            _open.Enqueue(words);
            _ways.Add((parent, step));
            _underWay.Add(_isUnderWay(words));
        }

        if (parent >= 0)
        {
            _edges.Add((number, step));
        }

        return true;
    }

    private readonly struct Sink(StateGraph graph, int parent) : IStateSink
    {
        public bool Take(int step, ReadOnlySpan<ulong> state, bool isViolation) => graph.Take(parent, step, state, isViolation);
    }
}
