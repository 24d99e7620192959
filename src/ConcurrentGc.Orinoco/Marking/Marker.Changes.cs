using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>
/// Beside a running program: an object that may change in place is visited under the shared side of its page's lock, so that
/// its header and its words are those of one moment. See Note [Layout changes].
/// </content>
/// <remarks>Source: V8 11.3, heap/concurrent-marking.cc (VisitStringLocked).</remarks>
public partial struct Marker
{
    private void VisitChangeable(SharedHeap heap)
    {
        switch (_state)
        {
            case MarkerState.SharePage: SharePage(heap); break;
            case MarkerState.LoadHeaderAgain: LoadHeaderAgain(heap); break;
            default: LeavePage(heap); break;
        }
    }

    private void SharePage(SharedHeap heap) => _state = new PageLock(heap, _object).TryLockShared()
        ? MarkerState.LoadHeaderAgain : MarkerState.LeaveTakenPage;

    /// <summary>The slice ends so that the program can go on with its change.</summary>
    private void LeaveTakenPage<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        new PageLock(heap, _object).UnlockShared();
        turn.Pay(Work.LockWait, 1);
        _state = MarkerState.SharePage;
    }

    /// <summary>By now it may be something else, of a fixed size still.</summary>
    private void LoadHeaderAgain(SharedHeap heap)
    {
        _sharesPage = true;
        _header = heap.LoadAcquire(_object);
        Open(heap, ObjectHeader.FixedBytes(_header));
    }

    private void LeavePage(SharedHeap heap)
    {
        new PageLock(heap, _object).UnlockShared();
        _sharesPage = false;
        _state = MarkerState.NextObject;
    }
}
