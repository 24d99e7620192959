using System.Numerics;
using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Heap.Remembering;

/// <summary>
/// A remembered set: one bit a slot, by page and bucket. A bucket that was never inserted into costs nothing to walk:
/// the page header has a bit for each bucket that may hold slots.
/// </summary>
/// <remarks>Source: V8 11.3, heap/base/basic-slot-set.h, heap/slot-set.h.</remarks>
/// <param name="heap">The heap.</param>
/// <param name="bitmapStart">Where its bits begin.</param>
/// <param name="bucketsOffset">Where in a page header its bucket bits are.</param>
public sealed class SlotSet(SharedHeap heap, long bitmapStart, int bucketsOffset)
{
    /// <summary>Byte offset of <see cref="PageHeader.OldToNewBuckets"/>.</summary>
    public const int OldToNewBucketsOffset = 11 * 8;

    /// <summary>Byte offset of <see cref="PageHeader.OldToOldBuckets"/>.</summary>
    public const int OldToOldBucketsOffset = 12 * 8;

    /// <summary>Byte offset of <see cref="PageHeader.InvalidatedToNewBuckets"/>.</summary>
    public const int InvalidatedToNewBucketsOffset = 20 * 8;

    /// <summary>Byte offset of <see cref="PageHeader.InvalidatedToOldBuckets"/>.</summary>
    public const int InvalidatedToOldBucketsOffset = 21 * 8;

    /// <summary>Bytes of a page that one word of bits covers.</summary>
    public const long CellBytes = 512;

    private readonly long _bias = bitmapStart - (heap.Layout.PagesStart >> 6);
    private readonly long _pageMask = heap.Geometry.PageBytes - 1;
    private readonly int _bucketShift = BitOperations.Log2((uint)heap.Geometry.BucketBytes);

    /// <summary>Inserts a slot for a caller that owns the page's set in this phase: the mutator.</summary>
    /// <param name="slot">Address of the word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void InsertOwned(long slot)
    {
        heap.Owned(Cell(slot)) |= 1L << (int)(slot >> 3);
        heap.Owned(BucketsAddress(slot)) |= BucketBit(slot);
    }

    /// <summary>First step of an insertion that others may race with: announces the bucket. One atomic step.</summary>
    /// <param name="slot">Address of the word.</param>
    public void AnnounceBucket(long slot) => heap.Or(BucketsAddress(slot), BucketBit(slot));

    /// <summary>Second step of an insertion that others may race with: sets the bit. One atomic step.</summary>
    /// <param name="slot">Address of the word.</param>
    public void Insert(long slot) => heap.Or(Cell(slot), 1L << (int)(slot >> 3));

    /// <summary>Whether the bucket of a slot is announced: one relaxed load. Only rises while workers run.</summary>
    /// <param name="slot">Address of the word.</param>
    public bool IsBucketAnnounced(long slot) => (heap.LoadRelaxed(BucketsAddress(slot)) & BucketBit(slot)) != 0;

    /// <summary>The bits of a cell that lie in a range.</summary>
    /// <param name="start">Start of the range, in the cell.</param>
    /// <param name="end">End of the range, in the cell or behind it.</param>
    public static ulong CellMask(long start, long end)
    {
        var from = (int)(start >> 3) & 63;
        var count = Math.Min(64 - from, (int)((end - start) >> 3));
        return (count == 64 ? ulong.MaxValue : (1UL << count) - 1) << from;
    }

    /// <summary>Removes a slot. One atomic step.</summary>
    /// <param name="slot">Address of the word.</param>
    public void Remove(long slot) => heap.And(Cell(slot), ~(1L << (int)(slot >> 3)));

    /// <summary>Whether the set has a slot, for a caller that owns the page's set.</summary>
    /// <param name="slot">Address of the word.</param>
    public bool Contains(long slot) => ((heap.Owned(Cell(slot)) >> (int)(slot >> 3)) & 1) != 0;

    /// <summary>Whether a page may have slots, for a caller that owns its set.</summary>
    /// <param name="page">Address of the page.</param>
    public bool HasSlots(long page) => heap.Owned(BucketsAddress(page)) != 0;

    /// <summary>The next slot at or after an address, within its page, for the owner of the page's set.</summary>
    /// <param name="from">Start of the search.</param>
    /// <param name="end">End of the search, at most the page's end.</param>
    /// <returns>Its address; <paramref name="end"/> when there is none.</returns>
    public long Next(long from, long end)
    {
        var at = from;
        while (at < end)
        {
            if ((heap.Owned(BucketsAddress(at)) & BucketBit(at)) == 0)
            {
                at = ((at >> _bucketShift) + 1) << _bucketShift;
                continue;
            }

            var rest = (ulong)heap.Owned(Cell(at)) >> (int)((at >> 3) & 63);
            if (rest != 0)
            {
                return Math.Min(at + ((long)BitOperations.TrailingZeroCount(rest) << 3), end);
            }

            at = (at & -512L) + 512;
        }

        return end;
    }

    /// <summary>The last slot at or before an address, within its page, for the owner of the page's set.</summary>
    /// <param name="from">Start of the search.</param>
    /// <param name="start">End of the search, at least the page's start.</param>
    /// <returns>Its address; zero when there is none.</returns>
    public long Previous(long from, long start)
    {
        var at = from;
        while (at >= start)
        {
            if ((heap.Owned(BucketsAddress(at)) & BucketBit(at)) == 0)
            {
                at = ((at >> _bucketShift) << _bucketShift) - sizeof(long);
                continue;
            }

            var rest = (ulong)heap.Owned(Cell(at)) << (63 - (int)((at >> 3) & 63));
            if (rest != 0)
            {
                var found = at - ((long)BitOperations.LeadingZeroCount(rest) << 3);
                return found >= start ? found : 0;
            }

            at = (at & -CellBytes) - sizeof(long);
        }

        return 0;
    }

    /// <summary>Removes the slots of a range, for the owner of the page's set.</summary>
    /// <param name="start">First byte.</param>
    /// <param name="end">End; in the same page.</param>
    public void RemoveRange(long start, long end)
    {
        for (var slot = Next(start, end); slot < end; slot = Next(slot + 8, end))
        {
            heap.Owned(Cell(slot)) &= ~(1L << (int)(slot >> 3));
        }
    }

    /// <summary>Drops all slots of a page.</summary>
    /// <param name="page">Its address.</param>
    public unsafe void ClearPage(long page)
    {
        var buckets = heap.Owned(BucketsAddress(page));
        if (buckets == 0)
        {
            return;
        }

        new Span<long>(heap.Start + Cell(page), (int)(heap.Geometry.PageBytes >> 9)).Clear();
        heap.Owned(BucketsAddress(page)) = 0;
    }

    /// <summary>Frees the buckets of a page that became empty; the mutators stand.</summary>
    /// <param name="page">Its address.</param>
    public void FreeEmptyBuckets(long page)
    {
        ref var buckets = ref heap.Owned(BucketsAddress(page));
        for (var rest = (ulong)buckets; rest != 0; rest &= rest - 1)
        {
            var start = page + ((long)BitOperations.TrailingZeroCount(rest) << _bucketShift);
            var end = start + (1L << _bucketShift);
            if (Next(start, end) == end)
            {
                buckets &= ~BucketBit(start);
            }
        }
    }

    /// <summary>Whether the bucket of a slot is announced, for the verifier.</summary>
    /// <param name="slot">Address of the word.</param>
    internal bool IsBucketAnnouncedOwned(long slot) => (heap.Owned(BucketsAddress(slot)) & BucketBit(slot)) != 0;

    /// <summary>The next set bit at or after an address, whether its bucket is announced or not, for the verifier.</summary>
    /// <param name="from">Start of the search.</param>
    /// <param name="end">End of the search, at most the page's end.</param>
    /// <returns>Address of its slot; <paramref name="end"/> when there is none.</returns>
    internal long NextBit(long from, long end)
    {
        for (var at = from; at < end; at = (at & -512L) + 512)
        {
            var rest = (ulong)heap.Owned(Cell(at)) >> (int)((at >> 3) & 63);
            if (rest != 0)
            {
                return Math.Min(at + ((long)BitOperations.TrailingZeroCount(rest) << 3), end);
            }
        }

        return end;
    }

    /// <summary>The word of bits that a slot's bit is in. Shared while workers run.</summary>
    /// <param name="slot">Address of the word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Cell(long slot) => _bias + ((slot >> 9) << 3);

    /// <summary>The word of bucket bits of a slot's page. Shared while workers run.</summary>
    /// <param name="slot">Address of the word, or of its page.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long BucketsAddress(long slot) => heap.HeaderAddress(slot) + bucketsOffset;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long BucketBit(long slot) => 1L << (int)((slot & _pageMask) >> _bucketShift);
}
