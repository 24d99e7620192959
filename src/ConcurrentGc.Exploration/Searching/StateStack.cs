namespace ConcurrentGc.Exploration.Searching;

/// <summary>States that wait to be expanded, last in first out.</summary>
internal sealed class StateStack
{
    private ulong[] _words = new ulong[1 << 12];
    private int _used;

    public long Bytes => (long)_words.Length * sizeof(ulong);

    public void Push(ReadOnlySpan<ulong> state)
    {
        while (_used + state.Length + 1 > _words.Length)
        {
            Array.Resize(ref _words, _words.Length * 2);
        }

        state.CopyTo(_words.AsSpan(_used));
        _used += state.Length;
        _words[_used++] = (ulong)state.Length;
    }

    /// <summary>Takes the newest state; its words are valid until the next one is pushed.</summary>
    public bool TryPop(out ReadOnlySpan<ulong> state)
    {
        if (_used == 0)
        {
            state = default;
            return false;
        }

        var length = (int)_words[_used - 1];
        _used -= length + 1;
        state = _words.AsSpan(_used, length);
        return true;
    }
}
