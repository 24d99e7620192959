using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Benchmarks.Marking;

/// <summary>A heap of live old objects, one root.</summary>
internal static class LiveHeap
{
    private const int Words = 6;
    private const int Bytes = Words * sizeof(long);

    /// <summary>Settings of a world without helpers.</summary>
    public static WorldSettings Settings { get; } = new() { Helpers = 0 };

    /// <summary>
    /// Makes a binary tree of objects of 48 bytes: a header, two pointers to children, three small integers.
    /// </summary>
    /// <param name="megabytes">Bytes of objects, in units of 2^20.</param>
    /// <param name="isShuffled">Whether neighbors in the tree are anywhere in memory, or allocated one after the other.</param>
    /// <param name="objects">How many there are.</param>
    public static SharedHeap Tree(int megabytes, bool isShuffled, out int objects)
    {
        var heap = World.CreateHeap(Settings);
        objects = (megabytes << 20) / Bytes;
        var addresses = new long[objects];
        for (var i = 0; i < objects; i++)
        {
            if (!heap.Old.TryAllocate(Bytes, AllocationOrigin.Mutator, out addresses[i]))
            {
                throw new InvalidOperationException("The reserved range is too small.");
            }
        }

        if (isShuffled)
        {
            new Random(1).Shuffle(addresses); // seeded: the same heap in every run
        }

        for (var i = 0; i < objects; i++)
        {
            heap.Owned(addresses[i]) = ObjectHeader.Encode(LayoutKind.TaggedFields, Words, 0);
            for (var field = 1; field < Words; field++)
            {
                var child = (2 * (long)i) + field;
                heap.Owned(addresses[i] + (field * sizeof(long))) =
                    field <= 2 && child < objects ? Tagged.FromAddress(addresses[child]) : Tagged.SmallInteger(field);
            }
        }

        var root = heap.Side.Take(1);
        heap.Owned(root) = Tagged.FromAddress(addresses[0]);
        heap.Roots.Add(root, 1);
        return heap;
    }

    /// <summary>Clears all mark bits, so that the heap can be marked again.</summary>
    /// <param name="heap">A heap that nobody marks.</param>
    public static void Whiten(SharedHeap heap)
    {
        for (var page = heap.Old.State.Pages.First; page != 0; page = heap.Page(page).Next)
        {
            heap.MarkBits.Clear(page, page + heap.Geometry.PageBytes);
        }
    }
}
