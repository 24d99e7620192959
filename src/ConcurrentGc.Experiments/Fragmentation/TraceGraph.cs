using ConcurrentGc.Experiments.Traces;

namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>The objects of a trace and what leads to them, without a heap: tells which ones die where allocations are let go.</summary>
/// <param name="scanner">Names the line of what cannot be followed.</param>
internal sealed class TraceGraph(TraceScanner scanner)
{
    private readonly List<int[]?> _slots = [];
    private readonly List<long> _bytes = [];
    private readonly List<bool> _isLive = [];
    private readonly Stack<int> _free = [];
    private readonly Dictionary<long, int> _named = [];
    private readonly Dictionary<long, int> _roots = [];
    private readonly Stack<int[]> _frames = [];
    private readonly Stack<int> _grey = [];
    private bool[] _isReached = [];

    /// <summary>Adds an object.</summary>
    /// <param name="name">Its name; zero: none.</param>
    /// <param name="bytes">Its size.</param>
    /// <returns>Its number, used again after its death.</returns>
    public int Add(long name, long bytes)
    {
        if (!_free.TryPop(out var number))
        {
            number = _bytes.Count;
            _bytes.Add(0);
            _slots.Add(null);
            _isLive.Add(false);
        }

        (_bytes[number], _slots[number], _isLive[number]) = (bytes, null, true);
        if (name > 0)
        {
            _named[name] = number;
        }

        return number;
    }

    /// <summary>Follows an operation that changes what leads where.</summary>
    /// <param name="operation">The operation.</param>
    public void Follow(in TraceOperation operation)
    {
        switch (operation.Letter)
        {
            case TraceFormat.Store:
                Store(Object(operation.First), operation.Second, Object(operation.Third));
                break;
            case TraceFormat.Root:
                _roots[operation.First] = Object(operation.Second);
                break;
            case TraceFormat.Call:
                var frame = new int[TraceSyntax.Range("locals", operation.First, 0, TraceFormat.MostRoots) is { } wrong
                    ? throw scanner.Invalid(wrong.Found, wrong.Allowed)
                    : operation.First];
                Array.Fill(frame, -1);
                _frames.Push(frame);
                break;
            case TraceFormat.Local:
                if (!_frames.TryPeek(out var top) || operation.First >= top.Length)
                {
                    throw scanner.Invalid($"local: found {operation.First}", $"0 to {(top?.Length ?? 0) - 1}");
                }

                top[operation.First] = Object(operation.Second);
                break;
            case TraceFormat.Return:
                if (!_frames.TryPop(out _))
                {
                    throw scanner.Invalid("found a return", "one after each call");
                }

                break;
            case TraceFormat.Drop:
                _named.Remove(operation.First);
                break;
            default:
                break; // the others lead nowhere
        }
    }

    /// <summary>Removes what nothing leads to.</summary>
    /// <param name="died">Told the number and the size of each object.</param>
    public void RemoveDead(Action<int, long> died)
    {
        Array.Resize(ref _isReached, _bytes.Count);
        Array.Clear(_isReached);
        foreach (var number in _roots.Values.Concat(_frames.SelectMany(frame => frame)))
        {
            Reach(number);
        }

        while (_grey.TryPop(out var number))
        {
            foreach (var target in _slots[number] ?? [])
            {
                Reach(target - 1);
            }
        }

        for (var number = 0; number < _bytes.Count; number++)
        {
            if (_isLive[number] && !_isReached[number])
            {
                (_isLive[number], _slots[number]) = (false, null);
                _free.Push(number);
                died(number, _bytes[number]);
            }
        }
    }

    private void Reach(int number)
    {
        if (number >= 0 && !_isReached[number])
        {
            _isReached[number] = true;
            _grey.Push(number);
        }
    }

    private int Object(long name) => name == 0 ? -1
        : _named.TryGetValue(name, out var number) && _isLive[number] ? number
        : throw scanner.Invalid($"name: found {name}", "the name of an object that lives");

    private void Store(int holder, long slot, int value)
    {
        var words = _bytes[holder] / 8;
        if (slot < 1 || slot >= words)
        {
            throw scanner.Invalid($"slot: found {slot}", $"1 to {words - 1}");
        }

        (_slots[holder] ??= new int[words])[slot] = value + 1;
    }
}
