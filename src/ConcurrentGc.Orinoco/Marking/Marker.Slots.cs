using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>Slots that point to evacuation candidates.</content>
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
}
