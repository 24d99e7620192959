using ConcurrentGc.Heap.Worklists;

namespace ConcurrentGc.Heap.Barriers;

/// <summary>
/// Objects that the write barrier turned grey, in segments of the marking worklist. A full segment leaves at the mutator's
/// next safepoint, as a message to a marker. Owner: the main thread of the isolate, whose mutators share one buffer.
/// </summary>
/// <remarks>
/// Source: V8 11.3, heap/marking-barrier.cc: a local worklist a thread. Departure: V8 publishes full segments itself, under
/// the worklist's lock; here nobody waits for a lock inside a store.
/// </remarks>
/// <param name="heap">The heap.</param>
public readonly struct ShadeBuffer(SharedHeap heap)
{
    /// <summary>Whether a full segment waits to be sent.</summary>
    public bool HasFull => State.Full != 0;

    private ref ShadeBufferState State => ref heap.Control.Barrier.Shaded;

    /// <summary>Notes an object that the caller turned from white to grey.</summary>
    /// <param name="address">The object.</param>
    public void Push(long address)
    {
        ref var state = ref State;
        var worklist = new Worklist(heap, state.Worklist);
        if (state.Segment == 0)
        {
            (state.Segment, state.Entries) = (TakeEmpty(worklist), 0);
        }

        heap.Owned(Worklist.EntryAddress(state.Segment, state.Entries++)) = address;
        if (state.Entries == worklist.SegmentEntries)
        {
            Close(worklist);
        }
    }

    /// <summary>Takes a full segment out, to be sent.</summary>
    /// <returns>Byte offset of the segment, its count of entries noted in it.</returns>
    public long TakeFull()
    {
        var segment = State.Full;
        State.Full = heap.Owned(segment);
        return segment;
    }

    /// <summary>
    /// Moves everything to the global list, and unused segments of that list here; markers are idle and mutators stand.
    /// </summary>
    public void Flush()
    {
        var worklist = new Worklist(heap, State.Worklist);
        if (State.Segment != 0 && State.Entries > 0)
        {
            Close(worklist);
        }

        while (State.Full != 0)
        {
            worklist.Append(TakeFull());
        }

        if (State.Empty == 0)
        {
            State.Empty = worklist.TakeUnused();
        }
    }

    private void Close(Worklist worklist)
    {
        ref var state = ref State;
        worklist.SetCount(state.Segment, state.Entries);
        heap.Owned(state.Segment) = state.Full;
        (state.Full, state.Segment) = (state.Segment, 0);
    }

    private long TakeEmpty(Worklist worklist)
    {
        var segment = State.Empty;
        if (segment == 0)
        {
            return worklist.TakeSegment();
        }

        State.Empty = heap.Owned(segment);
        return segment;
    }
}
