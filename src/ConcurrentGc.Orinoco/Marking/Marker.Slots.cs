using ConcurrentGc.Heap;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>Slots that point to evacuation candidates.</content>
public partial struct Marker
{
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
