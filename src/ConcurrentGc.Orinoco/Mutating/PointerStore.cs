using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Compacting;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// A store of a tagged word into an object with its write barrier, as a step machine: the one place where the order of the
/// steps is written. No safepoint lies between its first and its last step.
/// </summary>
/// <remarks>Source: V8 11.3, heap/heap-write-barrier-inl.h, heap/marking-barrier.cc.</remarks>
/// <param name="slot">Address of the word, inside its object; for a large object its page is that of the word.</param>
/// <param name="value">The tagged word.</param>
public struct PointerStore(long slot, long value)
{
    // Note [Generational barrier].
    //
    //   1. store:    holder.field = value
    //   2. remember: if holder's page is old and value's page is young, insert the slot
    //
    // No safepoint lies between 1 and 2, so a scavenge sees both or neither.
    // Elided for small integers, and for stores into an object that was allocated since the last safepoint: it is young.

    // Note [Marking barrier].
    //
    // While marking is under way, after step 2:
    //
    //   3. shade:  if value is white, turn it grey and note it in the shade buffer
    //   4. record: if value's page is a candidate and holder's page neither a candidate nor young, insert the slot
    //
    // This is Dijkstra's barrier: no black object ever points to a white one that nobody will scan, whoever was faster.
    // The holder's color is not asked: without a fence between the store and that question, the answer could be old.
    // A marker that scans the holder before 1 misses the value, and 3 shades it; one that scans it after 1 marks it itself.
    // A marker may see value between 1 and 3; then one of the two wins the bit and queues it.
    // What the buffer holds is grey and in no worklist: see Note [Segments under way].
    // Elided for small integers and for holders on hold, which no marker has scanned: see Note [Objects on hold].
    // A reference that is overwritten is not noted: an object whose last reference went that way after it was marked
    // stays until the next cycle (floating garbage). Registers and stack have no barrier: the pause visits them.

    /// <summary>What comes next.</summary>
    public StoreStep Next { get; private set; } = StoreStep.Store; // a default store has nothing to do

    /// <summary>Makes the next step.</summary>
    /// <param name="heap">The heap.</param>
    public void Step(SharedHeap heap)
    {
        switch (Next)
        {
            case StoreStep.Store:
                heap.StoreRelaxed(slot, value);
                Next = Tagged.IsPointer(value) ? StoreStep.Remember : StoreStep.Done;
                break;
            case StoreStep.Remember:
                Remember(heap);
                Next = AfterRemember(heap);
                break;
            case StoreStep.LookAtMark:
                Next = heap.MarkBits.IsMarked(Tagged.Address(value)) ? AfterShade(heap) : StoreStep.Shade;
                break;
            case StoreStep.Shade:
                Shade(heap);
                Next = AfterShade(heap);
                break;
            case StoreStep.AnnounceBucket:
                heap.OldToOld.AnnounceBucket(slot);
                Next = StoreStep.InsertSlot;
                break;
            case StoreStep.InsertSlot:
                heap.OldToOld.Insert(slot);
                Next = StoreStep.Done;
                break;
            default:
                throw new InvalidOperationException($"A store has no step {Next}.");
        }
    }

    private readonly void Remember(SharedHeap heap)
    {
        if (!heap.IsYoung(slot) && heap.IsYoung(value))
        {
            heap.OldToNew.InsertOwned(slot);
        }
    }

    private readonly void Shade(SharedHeap heap)
    {
        var address = Tagged.Address(value);
        if (heap.MarkBits.TryMark(address))
        {
            new ShadeBuffer(heap).Push(address);
        }
    }

    private readonly StoreStep AfterRemember(SharedHeap heap)
    {
        var isMarking = ((BarrierDuties)heap.Control.Barrier.Duties & BarrierDuties.Marking) != BarrierDuties.None;
        return isMarking && !heap.New.IsHeld(slot) ? StoreStep.LookAtMark : StoreStep.Done;
    }

    private readonly StoreStep AfterShade(SharedHeap heap)
    {
        var isRecording = ((BarrierDuties)heap.Control.Barrier.Duties & BarrierDuties.Compacting) != BarrierDuties.None;
        return isRecording && CandidateSlot.IsToRecord(heap, slot, value) ? StoreStep.AnnounceBucket : StoreStep.Done;
    }
}
