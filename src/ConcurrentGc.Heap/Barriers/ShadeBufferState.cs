namespace ConcurrentGc.Heap.Barriers;

/// <summary>Words of a shade buffer.</summary>
public struct ShadeBufferState
{
    /// <summary>Words of the worklist whose segments it fills; zero: nothing marks in this world.</summary>
    public long Worklist;

    /// <summary>The segment that is being filled; zero: none yet.</summary>
    public long Segment;

    /// <summary>Entries in it.</summary>
    public long Entries;

    /// <summary>The first full segment that was not sent yet; zero: none.</summary>
    public long Full;

    /// <summary>The first empty segment; zero: none.</summary>
    public long Empty;
}
