namespace ConcurrentGc.Heap.Spaces;

/// <summary>
/// What programs may do when they allocate in old space themselves. The collector writes the limits while the mutators
/// stand; the rest is the main thread's.
/// </summary>
/// <remarks>Source: V8 11.3, heap/heap.cc (ShouldExpandOldGenerationOnSlowAllocation, IncrementalMarkingLimitReached).</remarks>
public struct OldAllocationState
{
    /// <summary>With more bytes of old objects marking must start before the area is refilled.</summary>
    public long MarkingLimitBytes;

    /// <summary>With more bytes of old objects no page is added.</summary>
    public long ExpansionLimitBytes;

    /// <summary>Most bytes that the pages of the old generation may take.</summary>
    public long MaximumBytes;

    /// <summary>Non-zero: what is allocated while marking goes on is born black.</summary>
    public long IsBlack;

    /// <summary>Bytes that programs have allocated there so far.</summary>
    public long AllocatedBytes;
}
