namespace ConcurrentGc.Heap.External;

/// <summary>What became of the array buffer of a backing store in a collection.</summary>
public enum BackingStoreFate
{
    /// <summary>It died: the store is freed.</summary>
    Dead = 0,

    /// <summary>It is young.</summary>
    Young = 1,

    /// <summary>It is old.</summary>
    Old = 2,
}
