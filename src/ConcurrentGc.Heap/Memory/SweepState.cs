namespace ConcurrentGc.Heap.Memory;

/// <summary>Where sweeping of a page stands.</summary>
public enum SweepState
{
    /// <summary>Swept, and its free blocks are linked.</summary>
    Done = 0,

    /// <summary>To be swept.</summary>
    Pending = 1,

    /// <summary>Somebody is sweeping it.</summary>
    InProgress = 2,

    /// <summary>Swept, but its free blocks are in no list of its space yet. V8 calls it done, too.</summary>
    Swept = 3,
}
