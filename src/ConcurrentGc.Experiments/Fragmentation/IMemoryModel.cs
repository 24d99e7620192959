namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>
/// A way to place objects in memory that never moves them. It counts bytes only; nothing is stored. What a model keeps
/// beside the objects, as frame tables or boundary tags, counts for no model.
/// </summary>
public interface IMemoryModel
{
    /// <summary>Its name in tables.</summary>
    string Name { get; }

    /// <summary>Bytes of memory that it has taken and not given back.</summary>
    long ReservedBytes { get; }

    /// <summary>Of these, bytes that belong to objects, with what their sizes are rounded up by.</summary>
    long GrantedBytes { get; }

    /// <summary>The largest object that fits without taking more memory.</summary>
    long LargestFreeBytes { get; }

    /// <summary>Places an object.</summary>
    /// <param name="bytes">Its size, a positive multiple of eight.</param>
    /// <returns>Its address.</returns>
    long Place(long bytes);

    /// <summary>Frees an object.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="bytes">Its size.</param>
    void Free(long address, long bytes);
}
