using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>Measures the fragmentation of a modeled heap exactly, by looking at every object and free block.</summary>
/// <param name="heap">The heap; nobody uses it meanwhile.</param>
public sealed class HeapFragmentation(SharedHeap heap)
{
    /// <summary>Measures all spaces that have pages.</summary>
    public IReadOnlyList<SpaceFragmentation> Measure() =>
    [
        new("new_space", NewPages().ToList()),
        .. heap.OldSpaces.Select(space => new SpaceFragmentation(NameOf(space), PagesOf(space).ToList())),
        new("large_object_space", LargePages(heap.Large).Concat(LargePages(heap.NewLarge)).ToList()),
    ];

    private string NameOf(PagedSpace space) => (SpaceId)space.State.Id switch
    {
        SpaceId.Code => "code_space",
        SpaceId.OldData => "old_data_space",
        SpaceId.Map => "map_space",
        SpaceId.Cell => "cell_space",
        SpaceId.PropertyCell => "property_cell_space",
        _ => heap.Geometry.HasSpacesByContent ? "old_pointer_space" : "old_space",
    };

    private IEnumerable<PageFragmentation> NewPages()
    {
        var isUsed = true;
        for (var page = heap.Control.New.To.First; page != 0; page = heap.Page(page).Next)
        {
            var isCurrent = page == heap.Control.New.CurrentPage;
            var start = page + heap.Geometry.AreaStartBytes;
            var end = !isUsed ? start : isCurrent ? heap.Control.New.Area.Top : page + heap.Geometry.PageBytes;
            var (objects, padding, gaps) = Walk(start, end, 0, 0);
            var rest = heap.Geometry.AreaBytes - (end - start);
            yield return new PageFragmentation(heap.Geometry.AreaBytes, objects, gaps, rest, 0, padding, rest);
            isUsed &= !isCurrent;
        }
    }

    private IEnumerable<PageFragmentation> PagesOf(PagedSpace space)
    {
        for (var page = space.State.Pages.First; page != 0; page = heap.Page(page).Next)
        {
            var isSwept = (SweepState)heap.Page(page).SweepState is SweepState.Done or SweepState.Swept;
            yield return isSwept ? Swept(page, space.State.Area) : Unswept(page);
        }
    }

    private PageFragmentation Swept(long page, AllocationArea area)
    {
        var (start, end) = (page + heap.Geometry.AreaStartBytes, heap.AreaEnd(page));
        var isHere = area.Top != 0 && heap.PageOf(area.Start) == page;
        var rest = isHere ? area.Rest : 0;
        var (objects, padding, _) = Walk(start, end, isHere ? area.Top : 0, isHere ? area.Limit : 0);
        var (free, largest) = Blocks(page);
        return new PageFragmentation(
            end - start, objects, end - start - objects - free - rest, free + rest, 0, padding, Math.Max(largest, rest));
    }

    private PageFragmentation Unswept(long page)
    {
        var (start, end) = (page + heap.Geometry.AreaStartBytes, heap.AreaEnd(page));
        var (objects, padding) = (0L, 0L);
        for (var at = heap.MarkBits.NextMarked(start, end); at < end;)
        {
            var bytes = ObjectHeader.SizeBytes(heap.Owned(at), heap.Owned(at + ObjectHeader.Bytes));
            objects += bytes;
            padding += PaddingOf(at, bytes);
            at = at + bytes < end ? heap.MarkBits.NextMarked(at + bytes, end) : end;
        }

        return new PageFragmentation(end - start, objects, 0, 0, end - start - objects, padding, 0);
    }

    private IEnumerable<PageFragmentation> LargePages(LargeObjectSpace space)
    {
        for (var page = space.State.Objects.First; page != 0; page = heap.Page(page).Next)
        {
            var bytes = heap.Page(page).ObjectBytes;
            var area = space.CommittedFor(bytes) - heap.Geometry.AreaStartBytes;
            var padding = PaddingOf(page + heap.Geometry.AreaStartBytes, bytes);
            yield return new PageFragmentation(area, bytes, area - bytes, 0, 0, padding, 0);
        }
    }

    /// <summary>Objects and gaps of a range, but for an allocation area in it.</summary>
    private (long Objects, long Padding, long Gaps) Walk(long start, long end, long areaTop, long areaLimit)
    {
        var (objects, padding, gaps) = (0L, 0L, 0L);
        for (var at = start; at < end;)
        {
            if (at == areaTop && areaLimit > areaTop)
            {
                at = areaLimit;
                continue;
            }

            var header = heap.Owned(at);
            var known = ObjectHeader.FixedBytes(header);
            var bytes = known != 0 ? known : ObjectHeader.SizeBytes(header, heap.Owned(at + ObjectHeader.Bytes));
            if (ObjectHeader.Layout(header) is LayoutKind.Filler or LayoutKind.FreeBlock)
            {
                gaps += bytes;
            }
            else
            {
                objects += bytes;
                padding += PaddingOf(at, bytes);
            }

            at += bytes;
        }

        return (objects, padding, gaps);
    }

    private long PaddingOf(long address, long bytes)
    {
        var length = heap.Owned(address + ObjectHeader.Bytes) >>> 32;
        return ObjectHeader.Layout(heap.Owned(address)) switch
        {
            LayoutKind.RawByteArray => bytes - ObjectHeader.ArrayPrefixBytes - length,
            LayoutKind.RawTwoByteArray => bytes - ObjectHeader.ArrayPrefixBytes - (2 * length),
            _ => 0,
        };
    }

    private (long Free, long Largest) Blocks(long page)
    {
        const int sizeOffset = 8;
        const int nextOffset = 16;
        var (free, largest) = (0L, 0L);
        for (var category = 0; category < heap.FreeList.Categories; category++)
        {
            for (var block = heap.FreeList.FirstBlock(page, category); block != 0; block = heap.Owned(block + nextOffset))
            {
                var bytes = heap.Owned(block + sizeOffset) >>> 32;
                free += bytes;
                largest = Math.Max(largest, bytes);
            }
        }

        return (free, largest);
    }
}
