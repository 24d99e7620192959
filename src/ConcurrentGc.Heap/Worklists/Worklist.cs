using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Heap.Worklists;

/// <summary>
/// A global worklist of segments. Workers fill and empty local segments of their own; what they publish is visible to
/// all. The members that say so need the lock.
/// </summary>
/// <remarks>
/// Source: V8 11.3, heap/base/worklist.h: a mutex around a list of segments, last in, first out.
/// A segment is: next segment, number of entries while it is published, end of its room, entries.
/// </remarks>
/// <param name="heap">The heap.</param>
/// <param name="state">Byte offset of its words.</param>
public readonly struct Worklist(SharedHeap heap, long state)
{
    /// <summary>Byte offset in a segment of its first entry.</summary>
    internal const int PrefixBytes = 24;

    /// <summary>Byte offset in a segment of the word that says where its room ends.</summary>
    internal const int EndOffset = 16;

    private const int CountOffset = 8;

    /// <summary>Byte offset of the lock word. Shared.</summary>
    public long LockAddress => state;

    /// <summary>Byte offset of the count of published segments. Shared; a hint without the lock.</summary>
    public long SegmentsAddress => state + 32;

    /// <summary>Entries of a segment.</summary>
    public long SegmentEntries => State.SegmentEntries;

    /// <summary>The first published segment, for who owns the list in this phase; zero: none.</summary>
    public long First => State.First;

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
        heap.Owned(segment + EndOffset) = segment + PrefixBytes + (entries << 3);
        return segment;
    }

    /// <summary>Where an entry of a segment is.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="entry">From zero.</param>
    public static long EntryAddress(long segment, long entry) => segment + PrefixBytes + (entry << 3);

    /// <summary>Notes how many entries a segment has, for its owner.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="entries">At least one.</param>
    public void SetCount(long segment, long entries) => heap.Owned(segment + CountOffset) = entries;

    /// <summary>How many entries a segment has that is published or on its way, for its owner.</summary>
    /// <param name="segment">The segment.</param>
    public long CountOf(long segment) => heap.Owned(segment + CountOffset);

    /// <summary>Publishes a segment whose count is noted in it, with nothing in exchange. Needs the lock.</summary>
    /// <param name="segment">The segment.</param>
    public void Append(long segment)
    {
        Checks.DCheckLt(0, CountOf(segment));
        ref var words = ref State;
        heap.Owned(segment) = words.First;
        words.First = segment;
        words.Segments++;
    }

    /// <summary>Takes all published segments, linked by their first words. Needs the lock.</summary>
    /// <returns>The first; zero: none.</returns>
    public long TakeAll()
    {
        var first = State.First;
        (State.First, State.Segments) = (0, 0);
        return first;
    }

    /// <summary>Takes all unused segments, linked by their first words. Needs the lock.</summary>
    /// <returns>The first; zero: none.</returns>
    public long TakeUnused()
    {
        var first = State.Unused;
        State.Unused = 0;
        return first;
    }

    /// <summary>Gives an empty segment back. Needs the lock.</summary>
    /// <param name="segment">The segment.</param>
    public void Return(long segment)
    {
        heap.Owned(segment) = State.Unused;
        State.Unused = segment;
    }

    /// <summary>Publishes a segment. Needs the lock.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="entries">How many entries it has, at least one.</param>
    /// <returns>An empty segment in exchange.</returns>
    public long Publish(long segment, long entries)
    {
        Checks.DCheckLt(0, entries);
        SetCount(segment, entries);
        Append(segment);
        ref var words = ref State;
        if (words.Unused == 0)
        {
            return TakeSegment();
        }

        var unused = words.Unused;
        words.Unused = heap.Owned(unused);
        return unused;
    }

    /// <summary>Exchanges an empty segment for a published one. Needs the lock.</summary>
    /// <param name="segment">The worker's empty segment, then the published one; unchanged when there is none.</param>
    /// <param name="entries">How many entries the published one has.</param>
    /// <returns>False: there is none.</returns>
    public bool TrySteal(ref long segment, out long entries)
    {
        ref var words = ref State;
        var first = words.First;
        if (first == 0)
        {
            entries = 0;
            return false;
        }

        words.First = heap.Owned(first);
        words.Segments--;
        entries = CountOf(first);
        Return(segment);
        segment = first;
        return true;
    }
}
