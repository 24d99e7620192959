using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Orinoco.Compacting;

/// <content>The first phase: objects move. See Note [Evacuate, then update].</content>
public partial struct Compactor
{
    private const PageFlags Moving = PageFlags.From | PageFlags.EvacuationCandidate;

    private void TakePage<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!TryTakeItem(heap))
        {
            Answer(ref turn);
            return;
        }

        // Of a large page only the first mark is looked for: its one object begins there and may end on another page.
        _cursor = _page + heap.Geometry.AreaStartBytes;
        _end = (heap.Flags(_page) & PageFlags.Large) != PageFlags.None ? _cursor + sizeof(long) : _page + heap.Geometry.PageBytes;
        _state = CompactorState.MoveObject;
    }

    private void MoveObject<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var from = heap.MarkBits.NextMarked(_cursor, _end);
        if (from == _end)
        {
            _state = CompactorState.TakePage;
            return;
        }

        var header = heap.Owned(from);
        var bytes = ObjectHeader.SizeBytes(header, heap.Owned(from + sizeof(long)));
        var flags = heap.Flags(_page);
        if ((flags & (PageFlags.PromotedWhole | PageFlags.Large)) != PageFlags.None)
        {
            RecordSlots(heap, from, header, bytes);
            Count(heap, bytes, PageFlags.Young);
            turn.Pay(Work.EvacuateObject, 1);
            turn.Pay(Work.ScanWord, ObjectHeader.HasTaggedWords(header) ? bytes >> 3 : 0); // no byte moves
            _cursor = from + bytes;
            return;
        }

        var own = _own.WordsFor(header);
        if (!new PagedSpace(heap, own).TryAllocateOnItsPages(bytes, AllocationOrigin.Collector, out var to))
        {
            _cursor = from;
            _refill.Begin(heap, own, bytes);
            _state = CompactorState.Refill;
            return;
        }

        heap.CopyOwned(from, to, bytes);
        heap.Owned(from) = Tagged.FromAddress(to);
        RecordSlots(heap, to, header, bytes);
        Count(heap, bytes, flags);
        turn.Pay(Work.EvacuateObject, 1);
        turn.Pay(Work.EvacuateByte, bytes);
        _cursor = from + bytes;
    }

    /// <summary>The object's page belongs to this worker, and so do its slot sets.</summary>
    private static void RecordSlots(SharedHeap heap, long at, long header, long bytes)
    {
        if (!ObjectHeader.HasTaggedWords(header))
        {
            return;
        }

        for (var slot = at + ObjectHeader.FirstTaggedOffset(header); slot < at + bytes; slot += sizeof(long))
        {
            var word = heap.Owned(slot);
            if (Tagged.IsPointer(word) && (heap.Flags(word) & Moving) != PageFlags.None)
            {
                heap.OldToOld.InsertOwned(slot);
            }
        }
    }

    private readonly void Count(SharedHeap heap, long bytes, PageFlags flags)
    {
        ref var words = ref Unsafe.As<long, WorkerWords>(ref heap.Owned(_words));
        if ((flags & PageFlags.Young) != PageFlags.None)
        {
            words.PromotedBytes += bytes;
            words.PromotedObjects++;
        }
        else
        {
            words.CompactedBytes += bytes;
        }
    }

    /// <summary>Goes a step towards room. Without any the rest of the page stays where it is; the collector ends the run.</summary>
    /// <returns>False: somebody else holds a lock; the slice ends so that its holder can go on.</returns>
    private bool TryRefill<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        switch (_refill.Step(heap, ref turn, out var waits))
        {
            case RefillState.Found:
                _state = CompactorState.MoveObject;
                break;
            case RefillState.Failed:
                Unsafe.As<long, WorkerWords>(ref heap.Owned(_words)).OutOfRoom = heap.Geometry.PageBytes;
                _state = CompactorState.TakePage;
                break;
            default:
                break;
        }

        return !waits;
    }
}
