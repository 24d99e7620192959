namespace ConcurrentGc.Heap.Memory;

/// <summary>Where sweeping of a page stands.</summary>
public enum SweepState
{
    /// <summary>Swept: its free blocks are linked.</summary>
    Done = 0,

    /// <summary>To be swept.</summary>
    Pending = 1,

    /// <summary>A sweeper has claimed it.</summary>
    InProgress = 2,
}
