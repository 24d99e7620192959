namespace ConcurrentGc.Orinoco.Recording;

/// <summary>Why a run is out of memory; V8's fatal errors. The numbers are part of the record's format.</summary>
/// <remarks>Source: V8 11.3, heap/heap.cc, heap/heap-allocator.cc, heap/scavenger-inl.h, heap/mark-compact.cc.</remarks>
public enum OutOfMemoryCause
{
    /// <summary>No collection made room, the last resort neither.</summary>
    LastResort = 1,

    /// <summary>After a collection the old generation was larger than allowed.</summary>
    ReachedHeapLimit = 2,

    /// <summary>Full collections near the limit took most of the time.</summary>
    IneffectiveMarkCompacts = 3,

    /// <summary>A scavenge found no place for an object.</summary>
    SemispaceCopy = 4,

    /// <summary>A full collection found no place for a young object.</summary>
    PromotionFailed = 5,

    /// <summary>The reserved range has no pages for from-space.</summary>
    NoFromSpace = 6,
}
