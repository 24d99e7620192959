using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Checks the bitmaps beside the pages and the map of pages that are handed out.</summary>
/// <param name="heap">The heap.</param>
/// <param name="findings">The pages that spaces hold, and where violations go.</param>
/// <param name="marking">Knows whether marking is under way.</param>
internal sealed class SideTableVerifier(SharedHeap heap, Findings findings, MarkingVerifier marking)
{
    /// <summary>Checks what lies beside one page.</summary>
    /// <param name="index">Number of the page, from zero.</param>
    public void Verify(long index)
    {
        var page = heap.Layout.PagesStart + (index << heap.Geometry.PageShift);
        var isUsed = heap.Pages.IsUsed(index);
        if (isUsed != findings.IsOwned(index))
        {
            findings.Report(HeapRule.PageOwnership, page, isUsed ? 1 : 0, isUsed ? 0 : 1);
        }

        if (!isUsed)
        {
            VerifyFree(page);
        }

        VerifyInvalidated(heap.InvalidatedToNew, page, isUsed);
        VerifyInvalidated(heap.InvalidatedToOld, page, isUsed);
        findings.Expect(HeapRule.Lock, page, heap.Page(page).ChangeLock, 0);
        VerifyBuckets(heap.OldToNew, page);
        VerifyBuckets(heap.OldToOld, page);
        var isPending = heap.Page(page).SweepState == (long)SweepState.Pending;
        if (!isPending && heap.Page(page).SweepState != (long)SweepState.Swept)
        {
            findings.Expect(HeapRule.LiveBytes, page, heap.Page(page).LiveBytes, 0);
        }

        var end = page + heap.Geometry.PageBytes;
        if (heap.Page(page).Space == (long)SpaceId.ReadOnly)
        {
            findings.Expect(HeapRule.MarkBits, page, heap.MarkBits.AreAllSet(page, end) ? 1 : 0, 1);
        }
        else if (!isUsed || (!isPending && !marking.IsMarking) || (heap.Flags(page) & PageFlags.From) != PageFlags.None)
        {
            if (heap.MarkBits.NextMarked(page, end) is var marked && marked < end)
            {
                findings.Report(HeapRule.MarkBits, marked, heap.Owned(heap.MarkBits.Cell(marked)));
            }
        }

        if (marking.IsMarking && isUsed)
        {
            return;
        }

        if (heap.OldToOld.HasSlots(page) || heap.InvalidatedToOld.HasAny(page)
            || (heap.Flags(page) & PageFlags.EvacuationCandidate) != PageFlags.None)
        {
            findings.Report(HeapRule.CompactionLeftover, page, heap.Page(page).Flags, heap.Page(page).OldToOldBuckets);
        }
    }

    private void VerifyFree(long page)
    {
        findings.Expect(HeapRule.PageHeader, page, heap.Page(page).Space, (long)SpaceId.None);
        for (var category = 0; category < heap.FreeList.Categories; category++)
        {
            findings.Expect(HeapRule.FreeBlock, page, heap.FreeList.FirstBlock(page, category), 0);
        }
    }

    private void VerifyInvalidated(InvalidatedSlots invalidated, long page, bool isUsed)
    {
        var end = page + heap.Geometry.PageBytes;
        for (var address = invalidated.Next(page, end); address < end; address = invalidated.Next(address + 8, end))
        {
            if (!isUsed || heap.IsYoung(page) || !findings.Starts.Contains(address))
            {
                findings.Report(HeapRule.InvalidatedSlots, address, heap.Owned(address));
            }
        }
    }

    private void VerifyBuckets(SlotSet slots, long page)
    {
        var end = page + heap.Geometry.PageBytes;
        for (var slot = slots.NextBit(page, end); slot < end; slot = slots.NextBit(slot + 8, end))
        {
            if (!slots.IsBucketAnnouncedOwned(slot))
            {
                findings.Report(HeapRule.SlotBucket, slot, heap.Page(page).OldToNewBuckets, heap.Page(page).OldToOldBuckets);
                return;
            }
        }
    }
}
