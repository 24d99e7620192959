using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>The pages that the workers of a parallel phase take one by one.</content>
public partial struct Collector
{
    private const long WholePagePercent = 70;

    /// <summary>In a scavenge while marking is under way, candidates have slots like any old page; else they are being emptied.</summary>
    private readonly void AddItemsWithSlots(SharedHeap heap, long firstPage, ref CycleWords cycle)
    {
        for (var page = firstPage; page != 0; page = heap.Page(page).Next)
        {
            var isEmptied = _pause == PauseKind.MarkCompact && (heap.Flags(page) & PageFlags.EvacuationCandidate) != PageFlags.None;
            if (!isEmptied && (heap.OldToNew.HasSlots(page) || heap.OldToOld.HasSlots(page)))
            {
                AddItem(heap, ref cycle, page);
            }
        }
    }

    private static void AddItem(SharedHeap heap, ref CycleWords cycle, long page) =>
        heap.Owned(cycle.Items + (cycle.ItemCount++ * sizeof(long))) = page;

    private static void AddLargeItemsWithSlots(SharedHeap heap, LargeObjectSpace space, ref CycleWords cycle)
    {
        for (var page = space.State.Objects.First; page != 0; page = heap.Page(page).Next)
        {
            var count = space.PagesFor(heap.Page(page).ObjectBytes);
            for (var i = 0; i < count; i++)
            {
                var each = page + (i * heap.Geometry.PageBytes);
                if (heap.OldToNew.HasSlots(each) || heap.OldToOld.HasSlots(each))
                {
                    AddItem(heap, ref cycle, each);
                }
            }
        }
    }

    /// <summary>Pages of the old generation that have remembered slots.</summary>
    private readonly void ListPagesWithSlots(SharedHeap heap)
    {
        ref var cycle = ref Cycle(heap);
        (cycle.ItemCount, cycle.NextItem) = (0, 0);
        foreach (var space in heap.OldSpaces)
        {
            AddItemsWithSlots(heap, space.State.Pages.First, ref cycle);
        }

        AddLargeItemsWithSlots(heap, heap.Large, ref cycle);
    }

    /// <summary>From-space pages with live objects, the candidates, and young large objects, which only become old.</summary>
    private readonly void ListPagesToEvacuate(SharedHeap heap)
    {
        ref var cycle = ref Cycle(heap);
        (cycle.ItemCount, cycle.NextItem) = (0, 0);
        var promotesWhole = !_reducesMemory && !heap.Geometry.HasSpacesByContent; // a young page has objects of all kinds
        var wholePageBytes = heap.Geometry.AreaBytes * WholePagePercent / 100;
        for (var page = heap.Control.New.From.First; page != 0; page = heap.Page(page).Next)
        {
            ref var header = ref heap.Page(page);
            if (header.LiveBytes > 0)
            {
                header.Flags |= promotesWhole && header.LiveBytes > wholePageBytes ? (long)PageFlags.PromotedWhole : 0;
                AddItem(heap, ref cycle, page);
            }
        }

        AddCandidates(heap, heap.Old, ref cycle);
        if (heap.Geometry.HasSpacesByContent)
        {
            AddCandidates(heap, heap.OldData, ref cycle);
        }

        for (var page = heap.NewLarge.State.Objects.First; page != 0; page = heap.Page(page).Next)
        {
            AddItem(heap, ref cycle, page);
        }
    }

    private static void AddCandidates(SharedHeap heap, PagedSpace space, ref CycleWords cycle)
    {
        for (var page = space.State.Pages.First; page != 0; page = heap.Page(page).Next)
        {
            if ((heap.Flags(page) & PageFlags.EvacuationCandidate) != PageFlags.None && heap.Page(page).LiveBytes > 0)
            {
                AddItem(heap, ref cycle, page);
            }
        }
    }
}
