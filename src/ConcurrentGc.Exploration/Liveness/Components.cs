namespace ConcurrentGc.Exploration.Liveness;

/// <summary>
/// Strongly connected components of some states of a graph: within one, each state leads to each other. Tarjan's algorithm
/// without recursion.
/// </summary>
internal sealed class Components
{
    private const int Unseen = -1;
    private readonly StateGraph _graph;
    private readonly bool[] _isMember;
    private readonly int[] _index;
    private readonly int[] _low;
    private readonly bool[] _isOpen;
    private readonly Stack<int> _path = new();
    private readonly Stack<(int State, int Edge)> _calls = new();
    private int _next;

    private Components(StateGraph graph, bool[] isMember)
    {
        (_graph, _isMember) = (graph, isMember);
        (_index, _low, _isOpen) = (new int[graph.States], new int[graph.States], new bool[graph.States]);
        Array.Fill(_index, Unseen);
    }

    /// <summary>The components in which a step leads back, each as its states.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="states">The states that are looked at.</param>
    public static IEnumerable<List<int>> Of(StateGraph graph, IReadOnlyList<int> states)
    {
        var isMember = new bool[graph.States];
        foreach (var state in states)
        {
            isMember[state] = true;
        }

        var search = new Components(graph, isMember);
        foreach (var state in states)
        {
            if (search._index[state] != Unseen)
            {
                continue;
            }

            search.Open(state);
            while (search._calls.Count > 0)
            {
                if (search.Advance() is { } component && search.LeadsBack(component))
                {
                    yield return component;
                }
            }
        }
    }

    private void Open(int state)
    {
        _index[state] = _low[state] = _next++;
        _isOpen[state] = true;
        _path.Push(state);
        _calls.Push((state, 0));
    }

    /// <summary>Follows the next edge of the newest state; its component when it has none left and is the first of it.</summary>
    private List<int>? Advance()
    {
        var (state, edge) = _calls.Pop();
        var edges = _graph.Edges(state);
        if (edge < edges.Length)
        {
            _calls.Push((state, edge + 1));
            var target = edges[edge].Target;
            if (!_isMember[target])
            {
                return null;
            }

            if (_index[target] == Unseen)
            {
                Open(target);
            }
            else if (_isOpen[target])
            {
                _low[state] = Math.Min(_low[state], _index[target]);
            }

            return null;
        }

        if (_calls.TryPeek(out var caller))
        {
            _low[caller.State] = Math.Min(_low[caller.State], _low[state]);
        }

        return _low[state] == _index[state] ? TakeOff(state) : null;
    }

    private List<int> TakeOff(int first)
    {
        var component = new List<int>();
        int state;
        do
        {
            state = _path.Pop();
            _isOpen[state] = false;
            component.Add(state);
        }
        while (state != first);
        return component;
    }

    private bool LeadsBack(List<int> component)
    {
        if (component.Count > 1)
        {
            return true;
        }

        foreach (var (target, _) in _graph.Edges(component[0]))
        {
            if (target == component[0])
            {
                return true;
            }
        }

        return false;
    }
}
