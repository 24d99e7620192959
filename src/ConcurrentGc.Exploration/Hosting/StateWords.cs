using ConcurrentGc.Heap;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>
/// A world's state as words: the heap's range, which has roles and mailboxes too, told by the words in which it differs from
/// the state at the start. Each is its index and its value, rising; so equal states are equal words.
/// </summary>
public sealed unsafe class StateWords
{
    private readonly ulong* _words;
    private readonly ulong[] _start;
    private readonly int[] _ignored;
    private ulong[] _differing = new ulong[256];
    private int _length;

    /// <summary>Takes the state that is there now as the start.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="ignored">Addresses of words that decide nothing: they are as at the start in every state.</param>
    public StateWords(SharedHeap heap, IReadOnlyCollection<long> ignored)
    {
        _words = (ulong*)heap.Start;
        _start = new ReadOnlySpan<ulong>(_words, (int)(heap.Layout.ExternalStart / sizeof(ulong))).ToArray();
        _ignored = [.. ignored.Select(address => (int)(address / sizeof(ulong)))];
    }

    /// <summary>Words of the whole range.</summary>
    public int Range => _start.Length;

    /// <summary>The state that is there now; valid until the next call.</summary>
    public ReadOnlySpan<ulong> Read()
    {
        foreach (var index in _ignored)
        {
            _words[index] = _start[index];
        }

        _length = 0;
        var now = new ReadOnlySpan<ulong>(_words, _start.Length);
        ReadOnlySpan<ulong> start = _start;
        for (var at = 0; (at += now[at..].CommonPrefixLength(start[at..])) < now.Length; at++)
        {
            if (_length + 2 > _differing.Length)
            {
                Array.Resize(ref _differing, _differing.Length * 2);
            }

            _differing[_length++] = (ulong)at;
            _differing[_length++] = now[at];
        }

        return _differing.AsSpan(0, _length);
    }

    /// <summary>Makes a state the one that is there. All that was done since must have been read.</summary>
    /// <param name="state">As <see cref="Read"/> gave it.</param>
    public void Write(ReadOnlySpan<ulong> state)
    {
        for (var i = 0; i < _length; i += 2)
        {
            _words[_differing[i]] = _start[_differing[i]];
        }

        for (var i = 0; i < state.Length; i += 2)
        {
            _words[state[i]] = state[i + 1];
        }

        if (state.Length > _differing.Length)
        {
            Array.Resize(ref _differing, state.Length);
        }

        state.CopyTo(_differing);
        _length = state.Length;
    }
}
