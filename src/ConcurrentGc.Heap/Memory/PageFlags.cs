namespace ConcurrentGc.Heap.Memory;

/// <summary>Flags of a page, in its header. They change only while the mutators stand.</summary>
/// <remarks>Source: V8 11.3, heap/basic-memory-chunk.h.</remarks>
[Flags]
public enum PageFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>In new space or new large-object space.</summary>
    Young = 1,

    /// <summary>In from-space of the running collection.</summary>
    From = 2,

    /// <summary>In to-space.</summary>
    To = 4,

    /// <summary>Holds one object over the regular limit.</summary>
    Large = 8,

    /// <summary>Some of its objects lie below the age mark: they have survived once.</summary>
    BelowAgeMark = 16,

    /// <summary>Chosen for compaction.</summary>
    EvacuationCandidate = 32,

    /// <summary>In read-only space.</summary>
    ReadOnly = 64,

    /// <summary>Becomes an old page without copying.</summary>
    PromotedWhole = 128,

    /// <summary>Not to be swept while the running scavenge visits its remembered slots.</summary>
    HeldBack = 256,

    /// <summary>A candidate that keeps some of its objects, as there was no room for them. Until pointers are updated.</summary>
    EvacuationAborted = 512,
}
