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
    private const PageFlags Moving = PageFlags.From | PageFlags.EvacuationCandidate | PageFlags.EvacuationAborted;

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
        (_movedOfPage, _state) = (0, CompactorState.MoveObject);
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

        if (_abortsAfter != 0 && _movedOfPage == _abortsAfter && (flags & PageFlags.EvacuationCandidate) != PageFlags.None)
        {
            GiveUp(heap);
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

        _movedOfPage++;
        heap.CopyOwned(from, to, bytes);
        heap.Owned(from) = Tagged.FromAddress(to);
        RecordSlots(heap, to, header, bytes);
        Count(heap, bytes, flags);
        turn.Pay(Work.EvacuateObject, 1);
        turn.Pay(Work.EvacuateByte, bytes);
        _cursor = from + bytes;
    }

    /// <summary>Notes the slots of an object that point to what moves; its page belongs to the caller, and so do its slot sets.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="at">The object, at its new place or where it stays.</param>
    /// <param name="header">Its header.</param>
    /// <param name="bytes">Its size.</param>
    internal static void RecordSlots(SharedHeap heap, long at, long header, long bytes)
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

    /// <summary>
    /// The rest of the page stays where it is. Of an old page the collector sees to it: Note [Aborted evacuation]; when young
    /// objects stay, it ends the run.
    /// </summary>
    private void GiveUp(SharedHeap heap)
    {
        ref var words = ref Unsafe.As<long, WorkerWords>(ref heap.Owned(_words));
        if ((heap.Flags(_page) & PageFlags.EvacuationCandidate) != PageFlags.None)
        {
            words.AbortedPages++;
        }
        else
        {
            words.OutOfRoom = heap.Geometry.PageBytes;
        }

        _state = CompactorState.TakePage;
    }

    /// <summary>Goes a step towards room.</summary>
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
                GiveUp(heap);
                break;
            default:
                break;
        }

        return !waits;
    }
}
