using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Benchmarks.Marking;

/// <summary>
/// The yardstick of the marker: the same atomic marks, look first, and the same counts of objects and bytes, in one
/// loop with an explicit stack; no steps, no slices, no segments.
/// </summary>
internal static class PlainMarking
{
    /// <summary>Marks what the first root reaches.</summary>
    /// <param name="heap">A heap without marks.</param>
    /// <param name="stack">Long enough for the grey objects.</param>
    /// <param name="liveBytes">A counter a page.</param>
    /// <returns>How many objects were marked.</returns>
    public static long Mark(SharedHeap heap, long[] stack, long[] liveBytes)
    {
        var marks = heap.MarkBits;
        var (objects, depth) = (0L, 0);
        stack[depth++] = Tagged.Address(heap.Owned(heap.Roots.Start(0)));
        marks.TryMark(stack[0]);
        while (depth > 0)
        {
            var address = stack[--depth];
            if (!marks.TryBlacken(address))
            {
                throw new InvalidOperationException("An object was pushed twice.");
            }

            var header = heap.Owned(address);
            var bytes = ObjectHeader.SizeBytes(header, heap.Owned(address + sizeof(long)));
            objects++;
            liveBytes[heap.PageNumber(address)] += bytes;
            if (!ObjectHeader.HasTaggedWords(header))
            {
                continue;
            }

            var end = address + bytes;
            for (var slot = address + ObjectHeader.FirstTaggedOffset(header); slot < end; slot += sizeof(long))
            {
                var word = heap.LoadRelaxed(slot);
                if (Tagged.IsPointer(word) && !marks.IsMarked(Tagged.Address(word)) && marks.TryMark(Tagged.Address(word)))
                {
                    stack[depth++] = Tagged.Address(word);
                }
            }
        }

        return objects;
    }
}
