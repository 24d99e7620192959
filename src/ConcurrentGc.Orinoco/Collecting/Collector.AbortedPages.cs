using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Compacting;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Collecting;

// Note [Aborted evacuation].
//
// A compactor that finds no room for an object of a candidate gives the page up: the objects before have moved, the rest
// stays. When all have finished, such a page becomes one that is still to be swept:
//
//   1. what has moved, each object in front of the first one that stays, loses its mark, and its slots are removed:
//      it is a gap. Its forwarding address stays readable until the page is swept, which is after the pointers' update
//   2. the slots of what stays are recorded: marking did not, as the page was to be emptied
//   3. it is no candidate any more, so its own slots are visited; pointers to it are updated if their object has moved
//
// Young objects have no such way out: new space must be empty afterwards, so the run is out of memory.
// Source: V8 11.3, heap/mark-compact.cc (PostProcessAbortedEvacuationCandidates).

/// <content>Candidates that could not be emptied. See Note [Aborted evacuation].</content>
public partial struct Collector
{
    private readonly void KeepAbortedPages<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        if (AbortedPages(heap) == 0)
        {
            return;
        }

        foreach (var space in heap.OldSpaces)
        {
            for (var page = space.State.Pages.First; page != 0; page = heap.Page(page).Next)
            {
                if ((heap.Flags(page) & PageFlags.EvacuationCandidate) != PageFlags.None)
                {
                    KeepWhatStays(heap, space, page, ref turn);
                }
            }
        }
    }

    private readonly long AbortedPages(SharedHeap heap)
    {
        var pages = 0L;
        for (var worker = 0; worker < _world.Workers; worker++)
        {
            ref var words = ref Unsafe.As<long, WorkerWords>(
                ref heap.Owned(_world.WorkerWords + ((long)worker * Unsafe.SizeOf<WorkerWords>())));
            pages += words.AbortedPages;
            words.AbortedPages = 0;
        }

        return pages;
    }

    private readonly void KeepWhatStays<TTurn>(SharedHeap heap, PagedSpace space, long page, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var (start, end) = (page + heap.Geometry.AreaStartBytes, heap.AreaEnd(page));
        var stays = ForgetMoved(heap, start, end);
        if (stays == end)
        {
            return; // it is empty
        }

        heap.OldToNew.RemoveRange(start, stays);
        heap.OldToOld.RemoveRange(start, stays);
        heap.InvalidatedToNew.RemoveRange(start, stays);
        heap.InvalidatedToOld.RemoveRange(start, stays);
        var live = LiveBytes(heap, stays, end);
        if (!Has(Defect.AbortedSlotsNotRecorded))
        {
            RecordSlots(heap, stays, end, ref turn);
        }

        ref var kept = ref heap.Page(page);
        kept.Flags = (kept.Flags & ~(long)PageFlags.EvacuationCandidate) | (long)PageFlags.EvacuationAborted;
        kept.LiveBytes = live;
        space.AwaitSweeping(page);
        heap.Sweeping.Add(page);
    }

    private static void RecordSlots<TTurn>(SharedHeap heap, long start, long end, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var at = start; at < end;)
        {
            var header = heap.Owned(at);
            var bytes = ObjectHeader.SizeBytes(header, heap.Owned(at + sizeof(long)));
            Compactor.RecordSlots(heap, at, header, bytes);
            turn.Pay(Work.ScanWord, bytes >> 3);
            at = heap.MarkBits.NextMarked(at + bytes, end);
        }
    }

    private static long LiveBytes(SharedHeap heap, long start, long end)
    {
        var live = 0L;
        for (var at = start; at < end;)
        {
            var bytes = ObjectHeader.SizeBytes(heap.Owned(at), heap.Owned(at + sizeof(long)));
            live += bytes;
            at = heap.MarkBits.NextMarked(at + bytes, end);
        }

        return live;
    }

    /// <summary>Unmarks the objects that have moved.</summary>
    /// <returns>The first one that stays; the end when there is none.</returns>
    private static long ForgetMoved(SharedHeap heap, long start, long end)
    {
        var at = heap.MarkBits.NextMarked(start, end);
        while (at < end && ObjectHeader.IsForwarded(heap.Owned(at)))
        {
            heap.MarkBits.SetOwned(at, Color.White);
            at = heap.MarkBits.NextMarked(at, end);
        }

        return at;
    }
}
