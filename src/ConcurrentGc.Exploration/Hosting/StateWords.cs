using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        var last = _start.Length - Vector256<ulong>.Count;
        ref var start = ref MemoryMarshal.GetArrayDataReference(_start);
        for (var at = 0; at <= last; at += Vector256<ulong>.Count)
        {
            var now = Vector256.Load(_words + at);
            if (now != Vector256.LoadUnsafe(ref start, (nuint)at))
            {
                Note(at, at + Vector256<ulong>.Count);
            }
        }

        return _differing.AsSpan(0, _length);
    }

    private void Note(int from, int to)
    {
        if (_length + (2 * (to - from)) > _differing.Length)
        {
            Array.Resize(ref _differing, _differing.Length * 2);
        }

        for (var at = from; at < to; at++)
        {
            if (_words[at] != _start[at])
            {
                _differing[_length++] = (ulong)at;
                _differing[_length++] = _words[at];
            }
        }
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
