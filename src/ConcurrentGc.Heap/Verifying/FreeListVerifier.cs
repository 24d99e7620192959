using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Checks the free blocks of pages and the lists of pages by category.</summary>
/// <param name="heap">The heap.</param>
/// <param name="findings">Where linked blocks and violations go.</param>
internal sealed class FreeListVerifier(SharedHeap heap, Findings findings)
{
    /// <summary>Follows the blocks of a page.</summary>
    /// <param name="page">Address of the page.</param>
    /// <returns>Bytes of its linked blocks.</returns>
    public long VerifyBlocks(long page)
    {
        var bytes = 0L;
        for (var category = 0; category < heap.FreeList.Categories; category++)
        {
            for (var block = heap.FreeList.FirstBlock(page, category); block != 0; block = FreeList.BlockAfter(heap, block))
            {
                if (!IsWhole(page, block, category))
                {
                    break;
                }

                findings.Blocks.Set(block);
                bytes += FreeList.BlockBytes(heap, block);
            }
        }

        return bytes;
    }

    /// <summary>Follows the lists of a space: each page with blocks of a category once, no other page, none that waits to be linked.</summary>
    /// <param name="space">The space; its chain of pages is whole.</param>
    public void VerifyLinks(PagedSpace space)
    {
        for (var category = 0; category < heap.FreeList.Categories; category++)
        {
            var listed = CountListed(space, category);
            var pages = 0L;
            for (var page = space.State.Pages.First; page != 0; page = heap.Page(page).Next)
            {
                var isLinked = heap.Page(page).SweepState == (long)SweepState.Done;
                pages += isLinked && heap.FreeList.FirstBlock(page, category) != 0 ? 1 : 0;
            }

            findings.Expect(HeapRule.FreeListLinks, space.State.Categories + (8 * category), listed, pages);
        }
    }

    private long CountListed(PagedSpace space, int category)
    {
        var (listed, previous) = (0L, 0L);
        var page = heap.FreeList.FirstPage(space.State.Categories, category);
        while (page != 0)
        {
            if (!findings.IsInPages(page) || heap.Page(page).Space != space.State.Id
                || heap.FreeList.FirstBlock(page, category) == 0
                || heap.FreeList.PageBefore(page, category) != previous
                || listed == space.State.Pages.Count)
            {
                findings.Report(HeapRule.FreeListLinks, page, previous, category);
                break;
            }

            listed++;
            (previous, page) = (page, heap.FreeList.PageAfter(page, category));
        }

        return listed;
    }

    private bool IsWhole(long page, long block, int category)
    {
        var isInPage = heap.PageOf(block) == page && (block & 7) == 0 && !findings.Blocks.Contains(block)
            && !ObjectHeader.IsForwarded(heap.Owned(block))
            && ObjectHeader.Layout(heap.Owned(block)) == LayoutKind.FreeBlock;
        if (!isInPage)
        {
            findings.Report(HeapRule.FreeBlock, block, page, category);
            return false;
        }

        var bytes = FreeList.BlockBytes(heap, block);
        if (bytes < ObjectHeader.MinimumFreeBlockBytes || heap.FreeList.CategoryOf(bytes) != category)
        {
            findings.Report(HeapRule.FreeBlock, block, bytes, category);
        }

        return true;
    }
}
