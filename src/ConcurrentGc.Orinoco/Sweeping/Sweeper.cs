using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>
/// Turns the gaps between marked objects into free blocks and clears the mark bits. A page is swept by one sweeper; its
/// free blocks stay with it until the main thread links them.
/// </summary>
/// <remarks>Source: V8 11.3, heap/sweeper.cc (RawSweep).</remarks>
public struct Sweeper : IRole<SweeperMessage>
{
    private readonly int _number;
    private readonly long _cycle;
    private readonly Address<CollectorMessage> _collector;

    private long _epoch;
    private SweeperState _state;
    private long _page;
    private long _cursor;
    private long _liveBytes;

    /// <summary>A sweeper of a world.</summary>
    /// <param name="number">Zero-based; zero runs on the main thread.</param>
    /// <param name="cycle">Byte offset of the <see cref="CycleWords"/>.</param>
    /// <param name="collector">Whom it answers.</param>
    public Sweeper(int number, long cycle, Address<CollectorMessage> collector)
    {
        _number = number;
        _cycle = cycle;
        _collector = collector;
    }

    /// <inheritdoc/>
    public bool Receive<TTurn>(in SweeperMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _epoch = message.Epoch;
        _state = SweeperState.TakePage;
        HelperPhase.Note(ref turn, _number, EventKind.PhaseBegin, _epoch, CollectionPhase.Finish);
        return true;
    }

    /// <inheritdoc/>
    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        do
        {
            switch (_state)
            {
                case SweeperState.SweepGap: SweepGap(heap, ref turn); break;
                case SweeperState.TakePage: TakePage(heap, ref turn); break;
                default: return false;
            }
        }
        while (turn.Spend(Work.Step, 1));

        return _state != SweeperState.Idle;
    }

    private void TakePage<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        ref var cycle = ref Unsafe.As<long, CycleWords>(ref heap.Owned(_cycle));
        var item = heap.FetchAdd(_cycle + CycleWords.NextItemOffset, 1);
        if (item >= cycle.ItemCount)
        {
            _state = SweeperState.Idle;
            HelperPhase.Note(ref turn, _number, EventKind.PhaseEnd, _epoch, CollectionPhase.Finish);
            turn.Send(_collector, new CollectorMessage(CollectorVerb.Finished, _epoch, _number));
            return;
        }

        _page = heap.Owned(cycle.Items + (item * sizeof(long)));
        heap.Page(_page).SweepState = (long)SweepState.InProgress;
        heap.FreeList.Reset(_page);
        (_cursor, _liveBytes) = (_page + heap.Geometry.AreaStartBytes, 0);
        _state = SweeperState.SweepGap;
    }

    /// <summary>Frees up to the next marked object, and steps over the marked objects behind it.</summary>
    private void SweepGap<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var end = heap.AreaEnd(_page);
        var live = heap.MarkBits.NextMarked(_cursor, end);
        if (live > _cursor)
        {
            heap.OldToNew.RemoveRange(_cursor, live);
            heap.OldToOld.RemoveRange(_cursor, live);
            heap.FreeList.Add(0, _cursor, live - _cursor);
        }

        var start = live;
        while (live < end && heap.MarkBits.IsMarkedOwned(live))
        {
            live += ObjectHeader.SizeBytes(heap.Owned(live), heap.Owned(live + sizeof(long)));
        }

        _cursor = live;
        _liveBytes += live - start;
        turn.Pay(Work.SweepByte, live - start);
        if (_cursor == end)
        {
            FinishPage(heap, ref turn);
        }
    }

    private void FinishPage<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        heap.MarkBits.Clear(_page, _page + heap.Geometry.PageBytes);
        ref var header = ref heap.Page(_page);
        header.AllocatedBytes = _liveBytes;
        header.LiveBytes = 0;
        header.SweepState = (long)SweepState.Done;
        turn.Pay(Work.SweepPage, 1);
        _state = SweeperState.TakePage;
    }
}
