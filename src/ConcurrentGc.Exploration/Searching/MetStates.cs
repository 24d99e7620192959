namespace ConcurrentGc.Exploration.Searching;

/// <summary>States in the order in which a breadth-first search meets them, with the way back; of states that were expanded, only that.</summary>
internal sealed class MetStates
{
    /// <summary>In place of a parent: the search began with the state.</summary>
    public const int None = -1;

    private readonly Queue<ulong[]> _open = new();
    private readonly List<(int Parent, int Step)> _ways = [];
    private long _openWords;

    public long Bytes => (_openWords * sizeof(ulong)) + ((long)_ways.Capacity * 2 * sizeof(int));

    public void Add(ReadOnlySpan<ulong> state, int parent, int step)
    {
        _open.Enqueue(state.ToArray());
        _openWords += state.Length + 4; // and what the array and the queue take
        _ways.Add((parent, step));
    }

    /// <summary>The words of the state that is met first of those not taken yet.</summary>
    public bool TryTake(out ulong[] state)
    {
        if (!_open.TryDequeue(out state!))
        {
            return false;
        }

        _openWords -= state.Length + 4;
        return true;
    }

    /// <summary>The first state of the way to a state, and the steps from it, with one more.</summary>
    public (int First, IReadOnlyList<int> Steps) Path(int to, int lastStep)
    {
        var steps = new List<int> { lastStep };
        while (_ways[to].Parent != None)
        {
            steps.Add(_ways[to].Step);
            to = _ways[to].Parent;
        }

        steps.Reverse();
        return (to, steps);
    }
}
