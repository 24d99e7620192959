namespace ConcurrentGc.Heap.Roots;

/// <summary>Words of the weak roots. All zero: there are none.</summary>
public struct WeakRootState
{
    /// <summary>Byte offset of the first.</summary>
    public long Start;

    /// <summary>How many there are.</summary>
    public long Count;

    /// <summary>Byte offset of the list of those that may point to young objects, by number.</summary>
    public long Young;

    /// <summary>Entries of that list.</summary>
    public long YoungCount;

    /// <summary>Entries that it has room for.</summary>
    public long YoungCapacity;
}
