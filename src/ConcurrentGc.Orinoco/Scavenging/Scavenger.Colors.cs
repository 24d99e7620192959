using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Scavenging;

/// <content>A scavenge while marking is under way. See Note [Colors move along].</content>
public partial struct Scavenger
{
    // Note [Colors move along].
    //
    // Markers pause during a scavenge, so nobody else changes colors. What marking knows must stay true of the copies:
    //
    //   - a copy gets the color of its original; the bits of from-space are cleared when the scavenge is over
    //   - live bytes of a black object are counted for its new page, by the worker that moved it; those of from-space pages
    //     are forgotten
    //   - entries of the marking worklists are rewritten when all scavengers are dry: to the new address, or dropped when
    //     the object died; what died grey has lost its last reference and need not be scanned
    //   - a black object that was promoted will not be scanned again, so its slots that point to evacuation candidates are
    //     recorded when the scavenger scans it
    //
    // A white or grey object that was promoted is scanned later, if it is reached: nothing is allocated black here.
    // Source: V8 11.3, heap/scavenger-inl.h (MigrateObject), heap/scavenger.cc, heap/mark-compact.cc (TransferColor,
    // UpdateMarkingWorklistAfterScavenge).

    /// <summary>The object has moved; marking may know it.</summary>
    private void AfterMove(SharedHeap heap)
    {
        var isMarked = Cycle(heap).Marking != 0 && heap.MarkBits.IsMarkedOwned(_object);
        _state = isMarked ? ScavengerState.TransferMark : ScavengerState.NextSlot;
    }

    /// <summary>What follows when an object has moved, or was found moved: its color, and slots to be remembered.</summary>
    private void FollowMove<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        switch (_state)
        {
            case ScavengerState.TransferMark: TransferMark(heap, ref turn); break;
            case ScavengerState.TransferBlack: TransferBlack(heap, ref turn); break;
            case ScavengerState.AnnounceBucket: AnnounceBucket(heap); break;
            case ScavengerState.InsertSlot: InsertSlot(heap); break;
            case ScavengerState.AnnounceOldBucket: AnnounceOldBucket(heap); break;
            default: InsertOldSlot(heap); break;
        }
    }

    private void TransferMark<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _ = heap.MarkBits.TryMark(_target);
        if (heap.MarkBits.ColorOf(_object) == Color.Black)
        {
            _state = ScavengerState.TransferBlack;
        }
        else
        {
            FinishMove(heap, ref turn);
        }
    }

    private void TransferBlack<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _ = heap.MarkBits.TryBlacken(_target);
        LiveCount.Of(heap, _live, _target) += LiveCount.OfObject(_bytes);
        FinishMove(heap, ref turn);
    }

    /// <summary>Whether the fields of a promoted object must be looked at for pointers to candidates. Its color is settled.</summary>
    private readonly bool RecordsOldSlots(SharedHeap heap, long promoted) =>
        Cycle(heap).Marking != 0 && Cycle(heap).Compacting != 0 && heap.MarkBits.ColorOf(promoted) == Color.Black;

    private static bool IsCandidate(SharedHeap heap, long word) =>
        (heap.Flags(word) & PageFlags.EvacuationCandidate) != PageFlags.None;

    private void AnnounceOldBucket(SharedHeap heap)
    {
        heap.OldToOld.AnnounceBucket(_slot);
        _state = ScavengerState.InsertOldSlot;
    }

    private void InsertOldSlot(SharedHeap heap)
    {
        heap.OldToOld.Insert(_slot);
        _state = ScavengerState.NextSlot;
    }
}
