using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Tests.Support;

/// <summary>
/// Takes all pages to be swept from the list of old space, with its lock or without: the control of the lists' lock. It
/// records each page that it took.
/// </summary>
internal struct PageTaker(int number, bool locks) : IRole<SweeperMessage>
{
    /// <summary>What it records; no role does.</summary>
    public const EventKind Took = (EventKind)1003;

    private Stage _stage;
    private long _page;

    private enum Stage
    {
        Idle,
        Lock,
        Read,
        Write,
        Unlock,
    }

    public bool Receive<TTurn>(in SweeperMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _stage = locks ? Stage.Lock : Stage.Read;
        return true;
    }

    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        do
        {
            switch (_stage)
            {
                case Stage.Lock when !heap.TryLock(heap.Sweeping.LockAddress, number): return true;
                case Stage.Lock: _stage = Stage.Read; break;
                case Stage.Read: Read(heap); break;
                case Stage.Write: Write(heap, ref turn); break;
                case Stage.Unlock: Unlock(heap); break;
                default: return false;
            }
        }
        while (turn.Spend(Work.Step, 1));

        return _stage != Stage.Idle;
    }

    private void Read(SharedHeap heap)
    {
        _page = heap.Sweeping.State.Old.Next;
        _stage = _page != 0 ? Stage.Write : locks ? Stage.Unlock : Stage.Idle;
    }

    private void Write<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        heap.Sweeping.State.Old.Next = heap.Page(_page).NextToSweep;
        turn.Record(Took, 1, 0, _page);
        _stage = locks ? Stage.Unlock : Stage.Read;
    }

    private void Unlock(SharedHeap heap)
    {
        heap.Unlock(heap.Sweeping.LockAddress);
        _stage = _page != 0 ? Stage.Lock : Stage.Idle;
    }
}
