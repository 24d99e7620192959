namespace ConcurrentGc.Heap.External;

/// <summary>How far the sweeping of backing stores is. Owner: the main thread.</summary>
public enum BackingStoreSweepState
{
    /// <summary>There is nothing to sweep.</summary>
    None = 0,

    /// <summary>What is to be swept is listed; nobody was told yet.</summary>
    Prepared = 1,

    /// <summary>The sweeper was told.</summary>
    UnderWay = 2,

    /// <summary>All is swept; the lists are still apart, and what was freed still counts.</summary>
    Swept = 3,
}
