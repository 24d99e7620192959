using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Compacting;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// A store of a tagged word into an object with its write barrier, as a step machine: the one place where the steps are
/// written. No safepoint lies between its first and its last step.
/// </summary>
/// <remarks>Source: V8 11.3, heap/heap-write-barrier-inl.h, heap/marking-barrier.cc.</remarks>
public struct PointerStore
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

    // Note [Kinds of barriers].
    //
    // StoreOrder has the steps of each kind in order. What this collector needs: stacks are visited in the pause, objects
    // are born white. So a kind is sound when no black object is left with a white value, or when it keeps what was reachable
    // at the start:
    //
    //   dijkstra-store-shade, dijkstra-shade-store   sound: a pause comes before both steps or after them. A marking step
    //             can come between them, so only the first may ask whether the holder is on hold: its question is the later one
    //   hybrid    sound by its second half; the first one keeps what was reachable at the start, and more floating garbage
    //   steele    sound: the store comes first, and an object is black from before its first field is looked at. So either
    //             the holder is black when the barrier asks, and is scanned again, or its scan begins later and sees the
    //             value. The question is an atomic step, so that it cannot overtake the store. A program can undo the
    //             markers' work for ever, but a pause ends every cycle. What was counted as alive is taken off, as it will
    //             be counted again. A large holder, which is scanned in parts, stays black, and its value is shaded; so it
    //             is where the caller does not know the holder
    //   yuasa     sound for programs that overwrite no pointer without it: see Note [Snapshot at the start]
    //   none      not sound

    private readonly long _holder;
    private readonly long _slot;
    private readonly long _value;
    private long _old;
    private bool _isWhite;
    private int _at;

    /// <summary>A store that has not begun.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="holder">The object that the word is in; zero: the caller does not know.</param>
    /// <param name="slot">Address of the word, inside its object; for a large object its page is that of the word.</param>
    /// <param name="value">The tagged word.</param>
    public PointerStore(SharedHeap heap, long holder, long slot, long value)
    {
        (_holder, _slot, _value, _at) = (holder, slot, value, -1);
        Next = FindNext(heap);
    }

    /// <summary>What comes next; a default store has nothing to do.</summary>
    public StoreStep Next { get; private set; }

    /// <summary>Makes the next step.</summary>
    /// <param name="heap">The heap.</param>
    public void Step(SharedHeap heap)
    {
        switch (Next)
        {
            case StoreStep.Store: heap.StoreRelease(_slot, _value); break;
            case StoreStep.Remember: Remember(heap); break;
            case StoreStep.LookAtMark: LookAtMark(heap, _value); break;
            case StoreStep.Shade: Shade(heap, _value); break;
            case StoreStep.Retreat: Retreat(heap); break;
            case StoreStep.LookAtHolder: _isWhite = heap.MarkBits.IsScanned(_holder); break; // if not, nothing seems to be left to do
            case StoreStep.LoadOld: _old = heap.LoadRelaxed(_slot); break;
            case StoreStep.LookAtOld: LookAtMark(heap, _old); break;
            case StoreStep.ShadeOld: Shade(heap, _old); break;
            case StoreStep.LoadMarks: _old = heap.LoadRelaxed(heap.MarkBits.MarkOf(Tagged.Address(_value)).Cell); break;
            case StoreStep.StoreMarks: StoreMarks(heap); break;
            case StoreStep.ShadeAnyway: ShadeAnyway(heap); break;
            case StoreStep.AnnounceBucket: heap.OldToOld.AnnounceBucket(_slot); break;
            case StoreStep.InsertSlot: heap.OldToOld.Insert(_slot); break;
            default: throw new InvalidOperationException($"A store has no step {Next}.");
        }

        Next = FindNext(heap);
    }

    private StoreStep FindNext(SharedHeap heap)
    {
        var order = StoreOrder.Of(heap.Control.Barrier.Order);
        while (++_at < order.Length)
        {
            if (IsNeeded(heap, order[_at]))
            {
                return order[_at];
            }
        }

        return StoreStep.Done;
    }

    private readonly bool IsNeeded(SharedHeap heap, StoreStep step) => step switch
    {
        StoreStep.Store => true,
        StoreStep.Remember => Tagged.IsPointer(_value),
        StoreStep.LookAtMark => Tagged.IsPointer(_value) && Shades(heap),
        StoreStep.LoadOld => Shades(heap),
        StoreStep.LookAtOld => Tagged.IsPointer(_old),
        StoreStep.Shade or StoreStep.ShadeOld or StoreStep.LoadMarks or StoreStep.StoreMarks or StoreStep.ShadeAnyway => _isWhite,
        StoreStep.Retreat or StoreStep.LookAtHolder => _isWhite && _holder != 0 && (heap.Flags(_holder) & PageFlags.Large) == PageFlags.None,
        _ => Has(heap, BarrierDuties.Compacting) && Tagged.IsPointer(_value) && CandidateSlot.IsToRecord(heap, _slot, _value),
    };

    /// <summary>Who shades before the store may not leave it out: until the store the holder can be published and scanned.</summary>
    private readonly bool Shades(SharedHeap heap) => Has(heap, BarrierDuties.Marking)
        && (!AsksAfterStore(heap.Control.Barrier.Kind) || !heap.New.IsHeld(_slot));

    private static bool AsksAfterStore(long kind) => kind is (long)BarrierKind.DijkstraStoreShade or (long)BarrierKind.Steele;

    private static bool Has(SharedHeap heap, BarrierDuties duty) =>
        ((BarrierDuties)heap.Control.Barrier.Duties & duty) != BarrierDuties.None;

    private readonly void Remember(SharedHeap heap)
    {
        if (!heap.IsYoung(_slot) && heap.IsYoung(_value))
        {
            heap.Remember(_slot);
        }
    }

    private void LookAtMark(SharedHeap heap, long word)
    {
        heap.Control.Barrier.UnpaidLooks++;
        _isWhite = !heap.MarkBits.IsMarked(Tagged.Address(word));
    }

    private void Shade(SharedHeap heap, long word)
    {
        var address = Tagged.Address(word);
        if (heap.MarkBits.TryMark(address))
        {
            Push(heap, address);
        }

        _isWhite = false;
    }

    /// <summary>The second half of <see cref="Defects.Defect.ShadedPlainly"/>: bits that others set since the first are lost.</summary>
    private void StoreMarks(SharedHeap heap)
    {
        var mark = heap.MarkBits.MarkOf(Tagged.Address(_value));
        heap.StoreRelaxed(mark.Cell, _old | mark.Bit);
        Push(heap, Tagged.Address(_value));
        _isWhite = false;
    }

    /// <summary><see cref="Defects.Defect.ShadedTwice"/>: a marker may have turned it grey and pushed it since the look.</summary>
    private void ShadeAnyway(SharedHeap heap)
    {
        _ = heap.MarkBits.TryMark(Tagged.Address(_value));
        Push(heap, Tagged.Address(_value));
        _isWhite = false;
    }

    /// <summary>Who scanned the holder counted it on its page; whoever scans it again counts it again.</summary>
    private void Retreat(SharedHeap heap)
    {
        if (heap.MarkBits.TryRetreat(_holder))
        {
            var bytes = ObjectHeader.SizeBytes(heap.Owned(_holder), heap.Owned(_holder + sizeof(long)));
            LiveCount.Of(heap, heap.Control.Barrier.LiveCounts, _holder) -= LiveCount.OfObject(bytes);
            Push(heap, _holder);
        }

        _isWhite = false;
    }

    private static void Push(SharedHeap heap, long address)
    {
        heap.Control.Barrier.Shades++;
        heap.Control.Barrier.UnpaidShades++;
        new ShadeBuffer(heap).Push(address);
    }
}
