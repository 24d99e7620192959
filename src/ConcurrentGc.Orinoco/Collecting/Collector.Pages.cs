using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>What a full collection does with whole pages, between its parallel phases.</content>
public partial struct Collector
{
    /// <summary>Adds up the markers' counters; while they worked each had its own.</summary>
    private void MergeLiveCounts(SharedHeap heap)
    {
        var pages = heap.Control.PagesEverUsed;
        for (var i = 0L; i < pages; i++)
        {
            var page = heap.Layout.PagesStart + (i << heap.Geometry.PageShift);
            var sum = 0L; // a part of it may be below zero, where Steele's barrier took off what another marker had counted
            for (var marker = 0; marker < _world.Workers; marker++)
            {
                ref var counter = ref LiveCount.Of(heap, _world.LiveCountsOf(heap, marker), page);
                sum += counter;
                counter = 0;
            }

            if (sum != 0)
            {
                heap.Page(page).LiveBytes += LiveCount.Bytes(sum);
                _statistics.MarkedObjects += LiveCount.Objects(sum);
            }
        }
    }

    private readonly void FreeDeadLargeObjects<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        FreeDead(heap, heap.Large, ref turn);
        FreeDead(heap, heap.NewLarge, ref turn);
    }

    private readonly void FreeDead<TTurn>(SharedHeap heap, LargeObjectSpace space, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var page = space.State.Objects.First; page != 0;)
        {
            var next = heap.Page(page).Next;
            if (!heap.MarkBits.IsMarkedOwned(page + heap.Geometry.AreaStartBytes))
            {
                ZapPage(heap, page);
                space.Free(page);
                turn.Pay(Work.FreeLargePage, 1);
            }
            else
            {
                space.Fit(page);
            }

            page = next;
        }
    }

    private readonly void Release(SharedHeap heap, PagedSpace space, long page)
    {
        ZapPage(heap, page);
        space.Detach(page);
        heap.FreeList.Reset(page);
        heap.OldToNew.ClearPage(page);
        heap.OldToOld.ClearPage(page);
        heap.InvalidatedToNew.ClearPage(page);
        heap.InvalidatedToOld.ClearPage(page);
        heap.MarkBits.Clear(page, page + heap.Geometry.PageBytes);
        heap.Pages.Return(page, 1);
    }

    /// <summary>
    /// Young pages that stay where they are become old pages, still to be swept; so do those of large objects. From now on
    /// their recorded slots are found where those of other old pages are.
    /// </summary>
    private static void TakeOverPromotedPages(SharedHeap heap)
    {
        for (var page = heap.Control.New.From.First; page != 0;)
        {
            ref var header = ref heap.Page(page);
            var next = header.Next;
            if ((heap.Flags(page) & PageFlags.PromotedWhole) != PageFlags.None)
            {
                heap.New.RemoveFromSpacePage(page);
                header.Flags = (long)PageFlags.None;
                heap.Old.Append(page);
                heap.Old.AwaitSweeping(page);
                heap.Sweeping.Add(page);
            }

            page = next;
        }

        while (heap.NewLarge.State.Objects.First is var young and not 0)
        {
            heap.Large.TakeOver(heap.NewLarge, young);
        }
    }

    private readonly void ReleaseEvacuatedPages<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var page = heap.Control.New.From.First; page != 0; page = heap.Page(page).Next)
        {
            ref var header = ref heap.Page(page);
            if (header.LiveBytes != 0)
            {
                heap.MarkBits.Clear(page, page + heap.Geometry.PageBytes);
                header.LiveBytes = 0;
            }
        }

        ReleaseCandidates(heap, heap.Old, ref turn);
        if (heap.Geometry.HasSpacesByContent)
        {
            ReleaseCandidates(heap, heap.OldData, ref turn);
        }

        for (var page = heap.Large.State.Objects.First; page != 0; page = heap.Page(page).Next)
        {
            heap.MarkBits.Clear(page, page + heap.Geometry.PageBytes);
            heap.Page(page).LiveBytes = 0;
        }
    }

    private readonly void ReleaseCandidates<TTurn>(SharedHeap heap, PagedSpace space, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var page = space.State.Pages.First; page != 0;)
        {
            var next = heap.Page(page).Next;
            heap.Page(page).Flags &= ~(long)PageFlags.EvacuationAborted;
            if ((heap.Flags(page) & PageFlags.EvacuationCandidate) != PageFlags.None)
            {
                Release(heap, space, page);
                turn.Pay(Work.FreeLargePage, 1);
            }

            page = next;
        }
    }
}
