using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Heap.Memory;

/// <summary>
/// Hands out pages, always the lowest free ones, so that addresses are the same in every run. Owner: the main thread, or a
/// worker that holds the lock of old space.
/// </summary>
/// <param name="heap">The heap.</param>
public sealed class PageAllocator(SharedHeap heap)
{
    /// <summary>Sets the map of used pages up; once.</summary>
    internal void Initialize() =>
        heap.Control.PageMap = heap.Side.Take((heap.Geometry.ReservedPages + 63) / 64);

    /// <summary>Takes adjacent free pages and clears their headers.</summary>
    /// <param name="space">Whom they are for.</param>
    /// <param name="count">At least one; more for a large object.</param>
    /// <returns>Address of the first; zero when the reserved range has no such gap.</returns>
    public long Take(SpaceId space, int count)
    {
        var at = FindGap(count);
        if (at < 0)
        {
            return 0;
        }

        var first = heap.Layout.PagesStart + (at << heap.Geometry.PageShift);
        for (var i = 0; i < count; i++)
        {
            Mark(at + i, used: true);
            var page = first + ((long)i << heap.Geometry.PageShift);
            ref var header = ref heap.Page(page);
            header = default;
            header.Space = (long)space;
            header.Chunk = first;
        }

        ref var control = ref heap.Control;
        control.PagesEverUsed = Math.Max(control.PagesEverUsed, at + count);
        if (at == control.FirstFreePage)
        {
            control.FirstFreePage = at + count;
        }

        return first;
    }

    /// <summary>Whether so many pages are free, anywhere in the range.</summary>
    /// <param name="count">How many.</param>
    public bool HasFree(long count)
    {
        for (var at = heap.Control.FirstFreePage; count > 0 && at < heap.Geometry.ReservedPages; at++)
        {
            count -= IsUsed(at) ? 0 : 1;
        }

        return count <= 0;
    }

    /// <summary>Whether there would be so many adjacent free pages if those of a space were free.</summary>
    /// <param name="space">The space.</param>
    /// <param name="count">At least one.</param>
    public bool HasGapWithout(SpaceId space, int count)
    {
        var run = 0;
        for (var at = 0L; at < heap.Geometry.ReservedPages && run < count; at++)
        {
            var isFree = !IsUsed(at) || heap.Page(heap.Layout.PagesStart + (at << heap.Geometry.PageShift)).Space == (long)space;
            run = isFree ? run + 1 : 0;
        }

        return run == count;
    }

    /// <summary>
    /// Takes pages back. Their slots, marks and category links must be gone: the next owner would take them for its own.
    /// </summary>
    /// <param name="page">Address of the first.</param>
    /// <param name="count">As taken.</param>
    public void Return(long page, int count)
    {
        var at = (page - heap.Layout.PagesStart) >> heap.Geometry.PageShift;
        for (var i = 0; i < count; i++)
        {
            Checks.DCheck(IsUsed(at + i));
            CheckClean(page + ((long)i << heap.Geometry.PageShift));
            Mark(at + i, used: false);
            heap.Page(page + ((long)i << heap.Geometry.PageShift)) = default;
        }

        heap.Control.FirstFreePage = Math.Min(heap.Control.FirstFreePage, at);
    }

    /// <summary>Whether a page is handed out.</summary>
    /// <param name="at">Its number, from zero.</param>
    internal bool IsUsed(long at) => ((heap.Owned(heap.Control.PageMap + (at >> 6 << 3)) >> (int)(at & 63)) & 1) != 0;

    private long FindGap(int count)
    {
        var run = 0;
        for (var at = heap.Control.FirstFreePage; at < heap.Geometry.ReservedPages; at++)
        {
            run = IsUsed(at) ? 0 : run + 1;
            if (run == count)
            {
                return at - count + 1;
            }
        }

        return -1;
    }

    private void CheckClean(long page)
    {
        if (Checks.Enabled)
        {
            var end = page + heap.Geometry.PageBytes;
            Checks.DCheckEq(heap.OldToNew.NextBit(page, end), end);
            Checks.DCheckEq(heap.OldToOld.NextBit(page, end), end);
            Checks.DCheck(!heap.InvalidatedToNew.HasAny(page) && !heap.InvalidatedToOld.HasAny(page));
            Checks.DCheckEq(heap.Page(page).ChangeLock, 0);
            Checks.DCheckEq(heap.MarkBits.NextMarked(page, end), end);
            Checks.DCheck(heap.FreeList.IsForgotten(page));
        }
    }

    private void Mark(long at, bool used)
    {
        ref var cell = ref heap.Owned(heap.Control.PageMap + (at >> 6 << 3));
        var bit = 1L << (int)(at & 63);
        cell = used ? cell | bit : cell & ~bit;
    }
}
