namespace ConcurrentGc.Tests.Actors;

/// <summary>A table that is closed until somebody opens it, and counts who knocked in vain. One role knocks.</summary>
internal sealed class Door
{
    private volatile bool _isOpen;
    private int _knocks;
    private long _first;

    /// <summary>How often somebody knocked in vain.</summary>
    public int Knocks => Volatile.Read(ref _knocks);

    /// <summary>Milliseconds from the first knock to the last one, rounded up.</summary>
    public long Milliseconds { get; private set; }

    public void Open() => _isOpen = true;

    public bool TryEnter(long now)
    {
        _first = _knocks == 0 ? now : _first;
        Milliseconds = ((now - _first) / 1_000_000) + 1;
        if (_isOpen)
        {
            return true;
        }

        Volatile.Write(ref _knocks, _knocks + 1);
        return false;
    }
}
