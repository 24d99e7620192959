namespace ConcurrentGc.Heap.External;

/// <summary>Words of the memory outside the heap. Owner: the main thread of the isolate.</summary>
public struct ExternalMemoryState
{
    /// <summary>Bytes that objects of the heap keep outside of it.</summary>
    public long Bytes;

    /// <summary>The least of that since the last full collection.</summary>
    public long Lowest;

    /// <summary>Stores of young array buffers.</summary>
    public BackingStoreList Young;

    /// <summary>Stores of old array buffers.</summary>
    public BackingStoreList Old;

    /// <summary>Stores that are swept.</summary>
    public BackingStoreSweep Sweep;

    /// <summary>Where memory comes from.</summary>
    public ExternalPoolState Pool;
}
