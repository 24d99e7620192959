using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Walks the pages of a space with free lists and checks its accounts to the byte.</summary>
/// <param name="heap">The heap.</param>
/// <param name="findings">Where object starts and violations go.</param>
internal sealed class PagedSpaceVerifier(SharedHeap heap, Findings findings)
{
    private readonly PageWalk _walk = new(heap, findings);
    private readonly FreeListVerifier _freeLists = new(heap, findings);
    private readonly SweepListVerifier _sweepLists = new(heap, findings);

    /// <summary>Verifies a space.</summary>
    /// <param name="space">The space.</param>
    public void Verify(PagedSpace space)
    {
        findings.Expect(HeapRule.Lock, space.LockAddress, space.State.Lock, 0);
        if (!TryOwnPages(space))
        {
            return;
        }

        var (allocated, trimmed, holdsArea) = (0L, 0L, space.State.Area.Limit == 0);
        for (var page = space.State.Pages.First; page != 0; page = heap.Page(page).Next)
        {
            VerifyHeader(space, page);
            allocated += CountedBytes(page);
            trimmed += heap.Page(page).TrimmedBytes;
            holdsArea |= heap.PageOf(space.State.Area.Start) == page;
            VerifyPage(space, page);
        }

        if (!holdsArea || space.State.Area.Top < space.State.Area.Start || space.State.Area.Rest < 0)
        {
            findings.Report(HeapRule.AllocationArea, space.State.Area.Top, space.State.Area.Start, space.State.Area.Limit);
        }

        findings.Expect(HeapRule.SpaceBytes, space.LockAddress, space.State.AllocatedBytes, allocated);
        findings.Expect(HeapRule.SpaceBytes, space.LockAddress, space.State.TrimmedBytes, trimmed);
        _freeLists.VerifyLinks(space);
        if (space.State.Id != (long)SpaceId.ReadOnly)
        {
            _sweepLists.Verify(space);
        }
    }

    /// <summary>Until its blocks are linked a swept page counts with what marking found.</summary>
    private long CountedBytes(long page) => heap.Page(page).SweepState == (long)SweepState.Swept
        ? heap.Page(page).LiveBytes
        : heap.Page(page).AllocatedBytes;

    private bool TryOwnPages(PagedSpace space)
    {
        var (count, last) = (0L, 0L);
        for (var page = space.State.Pages.First; page != 0; page = heap.Page(page).Next)
        {
            if (!findings.TryOwn(page))
            {
                return false;
            }

            findings.Expect(HeapRule.PageChain, page, heap.Page(page).Previous, last);
            last = page;
            count++;
        }

        findings.Expect(HeapRule.PageChain, space.LockAddress, space.State.Pages.Last, last);
        findings.Expect(HeapRule.PageChain, space.LockAddress, space.State.Pages.Count, count);
        return true;
    }

    private void VerifyHeader(PagedSpace space, long page)
    {
        ref var header = ref heap.Page(page);
        findings.Expect(HeapRule.PageHeader, page, header.Space, space.State.Id);
        findings.Expect(HeapRule.PageHeader, page, header.Chunk, page);
        findings.Expect(HeapRule.PageHeader, page, header.ObjectBytes, 0);
        var flags = space.State.Id == (long)SpaceId.ReadOnly ? PageFlags.ReadOnly : PageFlags.None;
        var notCandidate = header.Flags & ~(long)PageFlags.EvacuationCandidate; // HeapRule.CompactionLeftover says when it may be one
        findings.Expect(HeapRule.PageHeader, page, notCandidate, (long)flags);
    }

    private void VerifyPage(PagedSpace space, long page)
    {
        var linked = _freeLists.VerifyBlocks(page);
        if (heap.Page(page).SweepState is not ((long)SweepState.Done or (long)SweepState.Swept))
        {
            findings.Expect(HeapRule.Sweeping, page, heap.Page(page).SweepState, (long)SweepState.Pending);
            findings.Expect(HeapRule.Sweeping, page, linked, 0);
            _walk.WalkMarked(page);
            return;
        }

        var (area, end) = (space.State.Area, heap.AreaEnd(page));
        var start = page + heap.Geometry.AreaStartBytes;
        var isOpen = area.Rest > 0 && heap.PageOf(area.Top) == page;
        var tally = default(PageTally);
        var isWhole = isOpen
            ? _walk.TryWalk(start, area.Top, ref tally) && _walk.TryWalk(area.Limit, end, ref tally)
            : _walk.TryWalk(start, end, ref tally);
        if (isWhole)
        {
            VerifyBytes(page, tally, linked);
        }
    }

    private void VerifyBytes(long page, PageTally tally, long linked)
    {
        // The walk covers the area without a gap, so objects, open rest and fillers make up the allocated bytes once
        // the free and the wasted ones are right. A filler that a collection leaves behind counts as allocated until
        // the page is swept, as in V8: it may exceed the waste, never fall short of it.
        ref var header = ref heap.Page(page);
        findings.Expect(HeapRule.FreeBytes, page, header.FreeBytes, linked);
        findings.Expect(HeapRule.FreeBytes, page, header.FreeBytes, tally.LinkedBytes);
        findings.Expect(
            HeapRule.PageBytes,
            page,
            header.AllocatedBytes + header.FreeBytes + header.WastedBytes,
            heap.Geometry.AreaBytes - header.TrimmedBytes);
        if (header.WastedBytes < 0 || header.WastedBytes > tally.FillerBytes)
        {
            findings.Report(HeapRule.WastedBytes, page, header.WastedBytes, tally.FillerBytes);
        }
    }
}
