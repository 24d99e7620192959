using System.Numerics;

namespace ConcurrentGc.Heap.External;

/// <summary>
/// Memory for backing stores: blocks of the range behind the pages, by size classes, what malloc is for V8. Owner: the main
/// thread of the isolate.
/// </summary>
/// <param name="heap">The heap.</param>
public sealed unsafe class ExternalPool(SharedHeap heap)
{
    /// <summary>Classes by power of two, more than an address has bits.</summary>
    public const int SizeClasses = 64;

    private const int LeastBlockBytes = 64;

    private ref ExternalPoolState State => ref heap.Control.External.Pool;

    /// <summary>Takes a block.</summary>
    /// <param name="bytes">Its size.</param>
    /// <returns>Its address, a multiple of eight, all zero; zero: the range is used up.</returns>
    public long Take(long bytes)
    {
        var sizeClass = ClassOf(bytes);
        ref var first = ref State.Free[sizeClass];
        if (first != 0)
        {
            var block = first;
            first = heap.Owned(block);
            Clear(block, bytes);
            return block;
        }

        var top = State.Top == 0 ? heap.Layout.ExternalStart : State.Top;
        if (bytes > heap.Geometry.ExternalBytes || top + (1L << sizeClass) > heap.Layout.End)
        {
            return 0;
        }

        State.Top = top + (1L << sizeClass);
        return top; // fresh memory is zero
    }

    /// <summary>Gives a block back.</summary>
    /// <param name="block">Its address.</param>
    /// <param name="bytes">Its size, as it was taken.</param>
    public void Return(long block, long bytes)
    {
        ref var first = ref State.Free[ClassOf(bytes)];
        heap.Owned(block) = first;
        first = block;
    }

    private static int ClassOf(long bytes) => BitOperations.Log2(BitOperations.RoundUpToPowerOf2((ulong)Math.Max(bytes, LeastBlockBytes)));

    private void Clear(long block, long bytes)
    {
        const int most = 1 << 30;
        for (var at = 0L; at < bytes; at += most)
        {
            new Span<byte>(heap.Start + block + at, (int)Math.Min(most, bytes - at)).Clear();
        }
    }
}
