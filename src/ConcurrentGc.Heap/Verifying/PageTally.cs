namespace ConcurrentGc.Heap.Verifying;

/// <summary>What a walk over a page, or a part of one, found.</summary>
internal struct PageTally
{
    /// <summary>Bytes of objects.</summary>
    public long ObjectBytes;

    /// <summary>Bytes of free blocks that are linked.</summary>
    public long LinkedBytes;

    /// <summary>Bytes of fillers and of free blocks that are not linked.</summary>
    public long FillerBytes;

    /// <summary>All bytes walked.</summary>
    public readonly long Bytes => ObjectBytes + LinkedBytes + FillerBytes;
}
