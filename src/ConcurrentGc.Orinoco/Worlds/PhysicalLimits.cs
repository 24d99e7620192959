using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Orinoco.Worlds;

/// <summary>The sizes of generations that V8 derives from the physical memory when no flag sets them.</summary>
/// <remarks>
/// Source: V8 11.3, heap/heap.cc (HeapSizeFromPhysicalMemory, YoungGenerationSizeFromOldGenerationSize, ConfigureHeap).
/// </remarks>
public static class PhysicalLimits
{
    private const long Megabyte = 1 << 20;
    private const long Gigabyte = 1 << 30;
    private const long LeastOldBytes = 256 * Megabyte;
    private const long HugeFrom = 15 * Gigabyte;

    /// <summary>Most bytes of the old generation: half the memory, from 256 MB to 2 GB, or 4 GB from 15 GB of memory on.</summary>
    /// <param name="physicalBytes">Physical memory.</param>
    public static long OldBytes(long physicalBytes) => HeapLayout.AlignUp(
        Math.Clamp(physicalBytes / 4 * 2, LeastOldBytes, physicalBytes >= HugeFrom ? 4 * Gigabyte : 2 * Gigabyte),
        Geometry.Node20.PageBytes);

    /// <summary>Most bytes of a semispace: a part of the old generation, from 1 MB to 16 MB, up to a power of two.</summary>
    /// <param name="physicalBytes">Physical memory.</param>
    public static long SemispaceBytes(long physicalBytes)
    {
        var old = OldBytes(physicalBytes);
        var bytes = old / (old <= LeastOldBytes ? 256 : 128);
        return (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(bytes, Megabyte, 16 * Megabyte));
    }
}
