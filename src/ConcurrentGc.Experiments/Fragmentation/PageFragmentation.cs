namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>What the bytes of a page, or of a whole space, are; all but the last add up to the first.</summary>
/// <param name="Area">Bytes that objects can use.</param>
/// <param name="Objects">Bytes of objects; dead ones count until they are swept.</param>
/// <param name="Waste">Bytes in gaps too small for the free lists.</param>
/// <param name="Free">Bytes in free blocks, and what was never used.</param>
/// <param name="Unswept">Bytes between marked objects of pages that are still to be swept.</param>
/// <param name="Padding">Of the objects, bytes that only round them up to whole words.</param>
/// <param name="LargestFree">Bytes of the largest free block.</param>
public readonly record struct PageFragmentation(
    long Area, long Objects, long Waste, long Free, long Unswept, long Padding, long LargestFree)
{
    /// <summary>Two of them together.</summary>
    /// <param name="other">The other.</param>
    public PageFragmentation With(PageFragmentation other) => new(
        Area + other.Area,
        Objects + other.Objects,
        Waste + other.Waste,
        Free + other.Free,
        Unswept + other.Unswept,
        Padding + other.Padding,
        Math.Max(LargestFree, other.LargestFree));
}
