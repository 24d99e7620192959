namespace ConcurrentGc.Heap.Memory;

/// <summary>Words outside the pages that roles own: stacks, tables, worklist segments. Only grows.</summary>
/// <param name="heap">The heap.</param>
public sealed class SideRegion(SharedHeap heap)
{
    /// <summary>Sets the region up; once.</summary>
    internal void Initialize() => heap.Control.SideTop = heap.Layout.SideStart;

    /// <summary>Takes zeroed words. One atomic step.</summary>
    /// <param name="words">How many.</param>
    /// <returns>Byte offset of the first.</returns>
    /// <exception cref="InvalidOperationException">The reserved region is used up.</exception>
    public long Take(long words)
    {
        var bytes = words * 8;
        var start = Interlocked.Add(ref heap.Control.SideTop, bytes) - bytes;
        return start + bytes <= heap.Layout.MarkBitsStart
            ? start
            : throw new InvalidOperationException($"The side region of {heap.Geometry.SideBytes} bytes is used up.");
    }
}
