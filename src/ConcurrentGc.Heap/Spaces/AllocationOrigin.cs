namespace ConcurrentGc.Heap.Spaces;

/// <summary>For whom a free block is looked up: V8 searches differently.</summary>
public enum AllocationOrigin
{
    /// <summary>The program: prefers blocks with slack, so that the area is long.</summary>
    Mutator = 0,

    /// <summary>A collection: the tightest category first.</summary>
    Collector = 1,
}
