namespace ConcurrentGc.Heap.External;

/// <summary>
/// Backing stores whose fate is known: what is to be swept, and where it goes. Owner: who sweeps, from the message that
/// sends it off until its answer; before and after the main thread.
/// </summary>
public struct BackingStoreSweep
{
    /// <summary>Address of the next one to be swept.</summary>
    public long Pending;

    /// <summary>Those of young buffers.</summary>
    public BackingStoreList Young;

    /// <summary>Those of old buffers.</summary>
    public BackingStoreList Old;

    /// <summary>Those to be freed.</summary>
    public BackingStoreList Freed;

    /// <summary><see cref="BackingStoreSweepState"/>.</summary>
    public long State;
}
