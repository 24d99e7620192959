using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Walks to-space up to the top and checks both semispaces, the parked rests and the age mark.</summary>
/// <param name="heap">The heap.</param>
/// <param name="findings">Where object starts and violations go.</param>
internal sealed class NewSpaceVerifier(SharedHeap heap, Findings findings)
{
    private readonly PageWalk _walk = new(heap, findings);

    /// <summary>Verifies new space; nothing is to be said before it has pages.</summary>
    public void Verify()
    {
        ref var state = ref heap.New.State;
        findings.Expect(HeapRule.Lock, heap.New.LockAddress, state.Lock, 0);
        findings.Expect(HeapRule.Lock, heap.New.LockAddress, state.InCollection, 0);
        if (!TryOwn(state.To, PageFlags.Young | PageFlags.To)
            || !TryOwn(state.From, PageFlags.Young | PageFlags.From)
            || state.Pages == 0)
        {
            return;
        }

        findings.Expect(HeapRule.PageChain, heap.New.LockAddress, state.To.Count, state.Pages);
        if (state.From.First != 0)
        {
            findings.Expect(HeapRule.PageChain, heap.New.LockAddress, state.From.Count, state.Pages);
        }

        WalkToSpace();
        VerifyParked();
        VerifyAgeMark();
    }

    private bool TryOwn(PageChain chain, PageFlags flags)
    {
        var (count, last) = (0L, 0L);
        for (var page = chain.First; page != 0; page = heap.Page(page).Next)
        {
            if (!findings.TryOwn(page))
            {
                return false;
            }

            findings.Expect(HeapRule.PageChain, page, heap.Page(page).Previous, last);
            findings.Expect(HeapRule.PageHeader, page, heap.Page(page).Space, (long)SpaceId.New);
            findings.Expect(HeapRule.PageHeader, page, heap.Page(page).Chunk, page);
            findings.Expect(HeapRule.PageHeader, page, heap.Page(page).Flags & ~(long)PageFlags.BelowAgeMark, (long)flags);
            last = page;
            count++;
        }

        findings.Expect(HeapRule.PageChain, heap.New.LockAddress, chain.Last, last);
        findings.Expect(HeapRule.PageChain, heap.New.LockAddress, chain.Count, count);
        return true;
    }

    private void WalkToSpace()
    {
        ref var state = ref heap.New.State;
        var (tally, before) = (default(PageTally), 0L);
        for (var page = state.To.First; page != state.CurrentPage; page = heap.Page(page).Next)
        {
            if (page == 0)
            {
                findings.Report(HeapRule.AllocationArea, state.CurrentPage, before, state.PagesUsed);
                return;
            }

            before++;
            if (!_walk.TryWalk(AreaStart(page), page + heap.Geometry.PageBytes, ref tally))
            {
                return;
            }
        }

        findings.Expect(HeapRule.NewSpaceUsedBytes, state.CurrentPage, before, state.PagesUsed);
        var end = state.CurrentPage + heap.Geometry.PageBytes;
        var limitIsRight = state.StepBytes == 0 ? state.Area.Limit == end : state.Area.Limit >= state.Area.Top && state.Area.Limit <= end;
        if (!limitIsRight || state.Area.Top < AreaStart(state.CurrentPage) || state.Area.Top > end)
        {
            findings.Report(HeapRule.AllocationArea, state.Area.Top, state.Area.Limit, end);
            return;
        }

        if (_walk.TryWalk(AreaStart(state.CurrentPage), state.Area.Top, ref tally))
        {
            findings.Expect(HeapRule.NewSpaceUsedBytes, state.CurrentPage, heap.New.UsedBytes, tally.Bytes);
        }
    }

    private void VerifyParked()
    {
        ref var state = ref heap.New.State;
        for (var i = 0L; i < state.ParkedCount; i++)
        {
            var (start, bytes) = (heap.Owned(state.Parked + (i * 16)), heap.Owned(state.Parked + (i * 16) + 8));
            var isGap = findings.IsInPages(start)
                && (heap.Flags(start) & PageFlags.To) != PageFlags.None
                && heap.PageOf(start) != state.CurrentPage
                && ObjectHeader.Layout(heap.Owned(start)) is LayoutKind.Filler or LayoutKind.FreeBlock
                && _walk.SizeAt(start, start + bytes) == bytes;
            if (!isGap)
            {
                findings.Report(HeapRule.ParkedRest, start, bytes, heap.Geometry.ParkedBufferBytes);
            }
        }
    }

    private void VerifyAgeMark()
    {
        // The mark may stand at the very end of its page, which is the first address of another one.
        ref var state = ref heap.New.State;
        var (mark, page) = (state.AgeMark, state.AgeMarkPage);
        var isOnPage = findings.IsInPages(page)
            && (heap.Flags(page) & PageFlags.To) != PageFlags.None
            && heap.Page(page).Space == (long)SpaceId.New
            && mark >= AreaStart(page) && mark <= page + heap.Geometry.PageBytes;
        if (!isOnPage || (mark > AreaStart(page) && (heap.Flags(page) & PageFlags.BelowAgeMark) == PageFlags.None))
        {
            findings.Report(HeapRule.AgeMark, mark, mark, page);
        }
    }

    private long AreaStart(long page) => page + heap.Geometry.AreaStartBytes;
}
