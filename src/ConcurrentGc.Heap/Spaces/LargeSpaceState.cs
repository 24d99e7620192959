namespace ConcurrentGc.Heap.Spaces;

/// <summary>Words of a large-object space.</summary>
public struct LargeSpaceState
{
    /// <summary>Its id.</summary>
    public long Id;

    /// <summary>First pages of its objects.</summary>
    public PageChain Objects;

    /// <summary>Bytes of objects.</summary>
    public long ObjectBytes;

    /// <summary>Bytes of pages, rounded up to what the operating system commits.</summary>
    public long CommittedBytes;
}
