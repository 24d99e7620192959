namespace ConcurrentGc.Heap.Spaces;

/// <summary>A linear allocation area: objects are cut off at <see cref="Top"/>. One owner.</summary>
/// <remarks>Source: V8 11.3, heap/linear-allocation-area.h.</remarks>
public struct AllocationArea
{
    /// <summary>Where the area began.</summary>
    public long Start;

    /// <summary>Where the next object goes.</summary>
    public long Top;

    /// <summary>End of the area; zero with <see cref="Top"/> zero: there is none.</summary>
    public long Limit;

    /// <summary>Bytes left.</summary>
    public readonly long Rest => Limit - Top;

    /// <summary>Cuts an object off.</summary>
    /// <param name="bytes">Its size, a multiple of eight.</param>
    /// <param name="address">Where it is.</param>
    /// <returns>False: it does not fit; nothing changed.</returns>
    public bool TryAllocate(long bytes, out long address)
    {
        address = Top;
        if (Limit - address < bytes)
        {
            return false;
        }

        Top = address + bytes;
        return true;
    }
}
