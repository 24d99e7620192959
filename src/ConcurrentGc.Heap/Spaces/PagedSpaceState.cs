namespace ConcurrentGc.Heap.Spaces;

/// <summary>Words of a paged space, of the heap or local to a worker.</summary>
public struct PagedSpaceState
{
    /// <summary>Its linear allocation area.</summary>
    public AllocationArea Area;

    /// <summary>Its id.</summary>
    public long Id;

    /// <summary>Its pages.</summary>
    public PageChain Pages;

    /// <summary>Pages that ever joined, numbers the next one.</summary>
    public long PageNumber;

    /// <summary>Bytes of objects, and of the open area's rest.</summary>
    public long AllocatedBytes;

    /// <summary>Bytes cut off the ends of its pages.</summary>
    public long TrimmedBytes;

    /// <summary>Address of one word a category: the first page that has blocks of it.</summary>
    public long Categories;

    /// <summary>Lock: zero free, else the holder's number plus one. Shared; taken by compare-and-swap.</summary>
    public long Lock;
}
