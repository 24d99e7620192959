namespace ConcurrentGc.Heap.Checking;

/// <summary>What a shared access does, as far as a core's store buffer is concerned.</summary>
public enum AccessKind
{
    /// <summary>There was none.</summary>
    None = 0,

    /// <summary>Relaxed or acquire load.</summary>
    Load,

    /// <summary>Relaxed or release store: on x86 both are plain, and wait in the store buffer.</summary>
    Store,

    /// <summary>Atomic read-modify-write, whether or not it writes: on x86 it empties the store buffer first.</summary>
    ReadModifyWrite,
}
