using System.Runtime.InteropServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Experiments.Traces;

/// <summary>A number for each object, by address, in a heap that stands.</summary>
/// <param name="heap">The heap.</param>
internal sealed class ObjectTable(SharedHeap heap)
{
    private int[] _numbers = [];

    /// <summary>Makes the table as large as the heap is.</summary>
    public void Fit()
    {
        var words = (int)((heap.Control.PagesEverUsed << heap.Geometry.PageShift) >> 3);
        if (_numbers.Length < words)
        {
            Array.Resize(ref _numbers, (int)Math.Min(int.MaxValue, 2L * words));
        }
    }

    /// <summary>The number of an object; zero as long as it was not set.</summary>
    /// <param name="address">The object.</param>
    public ref int At(long address) => ref _numbers[(address - heap.Layout.PagesStart) >> 3];

    /// <summary>The pointers and small integers of an object, from its first tagged word on; empty when it has none.</summary>
    /// <param name="address">The object.</param>
    /// <param name="first">Where they begin, in words from the header.</param>
    public ReadOnlySpan<long> TaggedWords(long address, out int first)
    {
        var header = heap.Owned(address);
        var bytes = ObjectHeader.SizeBytes(header, heap.Owned(address + ObjectHeader.Bytes));
        var (start, end) = WeakWords.Strong(header, bytes);
        first = (int)(start / 8);
        return start < end ? MemoryMarshal.CreateReadOnlySpan(ref heap.Owned(address + start), (int)((end - start) / 8)) : [];
    }
}
