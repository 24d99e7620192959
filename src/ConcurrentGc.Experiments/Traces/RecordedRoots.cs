namespace ConcurrentGc.Experiments.Traces;

/// <summary>Which objects a trace holds by roots: each by one. Roots whose objects are held no more are used again.</summary>
/// <param name="writer">Takes the changes.</param>
internal sealed class RecordedRoots(TraceWriter writer)
{
    private readonly Stack<int> _free = [];
    private readonly Dictionary<int, int> _rootOf = [];
    private readonly HashSet<int> _isNext = [];
    private List<int> _held = [];
    private List<int> _next = [];
    private int _count;

    /// <summary>Something outside of the trace points to an object.</summary>
    /// <param name="name">Its name.</param>
    public void Hold(int name)
    {
        if (_isNext.Add(name))
        {
            _next.Add(name);
        }
    }

    /// <summary>Writes what has changed since the last time.</summary>
    public void Write()
    {
        var freed = new Queue<int>();
        foreach (var name in _held)
        {
            if (!_isNext.Contains(name) && _rootOf.Remove(name, out var root))
            {
                freed.Enqueue(root);
            }
        }

        foreach (var name in _next)
        {
            if (!_rootOf.ContainsKey(name))
            {
                var root = freed.Count > 0 ? freed.Dequeue() : _free.Count > 0 ? _free.Pop() : _count++;
                _rootOf[name] = root;
                writer.Write(TraceFormat.Root, root, name);
            }
        }

        foreach (var root in freed)
        {
            writer.Write(TraceFormat.Root, root, 0);
            _free.Push(root);
        }

        (_held, _next) = (_next, _held);
        _next.Clear();
        _isNext.Clear();
    }
}
