namespace ConcurrentGc.Heap.Worklists;

/// <summary>Words of a global worklist: full segments that any worker may take.</summary>
public struct WorklistState
{
    /// <summary>Lock: zero free, else the holder's number plus one. Shared; guards the other words but reads of <see cref="Segments"/>.</summary>
    public long Lock;

    /// <summary>Entries of a segment; fixed.</summary>
    public long SegmentEntries;

    /// <summary>First published segment; zero: none.</summary>
    public long First;

    /// <summary>First unused segment; zero: none.</summary>
    public long Unused;

    /// <summary>Published segments. Read without the lock as a hint: it may be stale.</summary>
    public long Segments;
}
