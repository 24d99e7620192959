using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Heap.Worklists;

/// <summary>
/// A global worklist of segments. Workers fill and empty local segments of their own; what they publish is visible to
/// all. The members that say so need the lock.
/// </summary>
/// <remarks>
/// Source: V8 11.3, heap/base/worklist.h: a mutex around a list of segments, last in, first out.
/// A segment is: next segment, number of entries, room for entries, entries.
/// </remarks>
/// <param name="heap">The heap.</param>
/// <param name="state">Byte offset of its words.</param>
public readonly struct Worklist(SharedHeap heap, long state)
{
    private const int PrefixBytes = 24;

    /// <summary>Byte offset of the lock word. Shared.</summary>
    public long LockAddress => state;

    /// <summary>Byte offset of the count of published segments. Shared; a hint without the lock.</summary>
    public long SegmentsAddress => state + 32;

    private ref WorklistState State => ref Unsafe.As<long, WorklistState>(ref heap.Owned(state));

    /// <summary>Makes the words of an empty worklist.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="segmentEntries">Entries of a segment.</param>
    /// <returns>Byte offset of the words.</returns>
    public static long Take(SharedHeap heap, int segmentEntries)
    {
        var words = heap.Side.Take(Unsafe.SizeOf<WorklistState>() / sizeof(long));
        new Worklist(heap, words).State.SegmentEntries = segmentEntries;
        return words;
    }

    /// <summary>Makes an empty segment.</summary>
    /// <returns>Byte offset of the segment.</returns>
    public long TakeSegment()
    {
        var entries = State.SegmentEntries;
        var segment = heap.Side.Take(entries + (PrefixBytes / 8));
        heap.Owned(segment + 16) = entries;
        return segment;
    }

    /// <summary>Publishes a segment. Needs the lock.</summary>
    /// <param name="segment">Not empty.</param>
    /// <returns>An empty segment in exchange.</returns>
    public long Publish(long segment)
    {
        Checks.DCheck(!IsEmptySegment(segment));
        ref var words = ref State;
        heap.Owned(segment) = words.First;
        words.First = segment;
        words.Segments++;
        if (words.Unused == 0)
        {
            return TakeSegment();
        }

        var unused = words.Unused;
        words.Unused = heap.Owned(unused);
        return unused;
    }

    /// <summary>Exchanges an empty segment for a published one. Needs the lock.</summary>
    /// <param name="empty">The worker's empty segment.</param>
    /// <returns>A published segment; <paramref name="empty"/> itself when there is none.</returns>
    public long Steal(long empty)
    {
        ref var words = ref State;
        if (words.First == 0)
        {
            return empty;
        }

        var segment = words.First;
        words.First = heap.Owned(segment);
        words.Segments--;
        heap.Owned(empty) = words.Unused;
        words.Unused = empty;
        return segment;
    }

    /// <summary>Whether a segment has no entries, for its owner.</summary>
    /// <param name="segment">Byte offset of the segment.</param>
    internal bool IsEmptySegment(long segment) => heap.Owned(segment + 8) == 0;
}
