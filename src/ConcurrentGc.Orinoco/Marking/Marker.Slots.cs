using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>Slots that point to evacuation candidates; publishing and taking of segments.</content>
public partial struct Marker
{
    private static bool IsSlotToRecord(SharedHeap heap, long slot, long target) =>
        (heap.Flags(target) & PageFlags.EvacuationCandidate) != PageFlags.None
        && (heap.Flags(slot) & (PageFlags.EvacuationCandidate | PageFlags.Young)) == PageFlags.None;

    private void AnnounceBucket(SharedHeap heap)
    {
        heap.OldToOld.AnnounceBucket(_cursor - sizeof(long));
        _state = MarkerState.InsertSlot;
    }

    private void InsertSlot(SharedHeap heap)
    {
        heap.OldToOld.Insert(_cursor - sizeof(long));
        _state = MarkerState.LookAtMark;
    }

    private void LookForWork(SharedHeap heap)
    {
        var published = heap.LoadRelaxed(Global(heap).SegmentsAddress) > 0;
        (_publishing, _resume, _state) = (false, MarkerState.LoadField, published ? MarkerState.Lock : MarkerState.Dry);
    }

    /// <summary>Takes the lock and does what it guards.</summary>
    /// <returns>False: somebody else holds the lock; the slice ends so that its holder can go on.</returns>
    private bool TryLock<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!heap.TryLock(Global(heap).LockAddress, _number))
        {
            turn.Pay(Work.LockWait, 1);
            return false;
        }

        _state = MarkerState.Unlock;
        if (_publishing)
        {
            _grey.Publish(Global(heap));
        }
        else
        {
            _grey.TrySteal(Global(heap));
        }

        return true;
    }

    private void Unlock<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        heap.Unlock(Global(heap).LockAddress);
        _state = _resume;
        if (_publishing && !_alone)
        {
            turn.Send(_collector, new CollectorMessage(CollectorVerb.Published, _epoch, _number));
        }
    }
}
