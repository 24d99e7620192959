using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Tests.Support;

/// <summary>Young objects of given sizes in a heap without anything else, each held by a root of its own.</summary>
internal sealed class YoungObjects
{
    private readonly SharedHeap _heap;
    private readonly long _roots;

    public YoungObjects(SharedHeap heap, IReadOnlyList<long> sizes)
    {
        _heap = heap;
        _roots = heap.Side.Take(sizes.Count);
        heap.Roots.Add(_roots, sizes.Count);
        for (var i = 0; i < sizes.Count; i++)
        {
            if (!heap.New.TryAllocate(sizes[i], out var address))
            {
                throw new InvalidOperationException($"No room for object {i} of {sizes[i]} bytes.");
            }

            heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, (int)(sizes[i] / 8), i % 1000);
            for (var offset = 8L; offset < sizes[i]; offset += 8)
            {
                heap.Owned(address + offset) = i + offset;
            }

            heap.Owned(_roots + (i * 8L)) = Tagged.FromAddress(address);
        }
    }

    /// <summary>Address of an object.</summary>
    public long this[int index] => Tagged.Address(_heap.Owned(_roots + (index * 8L)));

    /// <summary>Lets go of an object.</summary>
    public void Drop(int index) => _heap.Owned(_roots + (index * 8L)) = 0;
}
