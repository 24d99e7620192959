using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Remembering;

/// <summary>
/// Goes through the tagged words of a page whose remembered slots are not known: object by object, on a page to be swept
/// marked ones only. The page belongs to the caller, and nobody sweeps it.
/// </summary>
public struct PageScan
{
    private long _page;
    private long _at;
    private long _end;

    /// <summary>Begins with a page.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="page">Its address; it may be a further page of a large object.</param>
    public void Begin(SharedHeap heap, long page)
    {
        _page = page;
        var isLarge = (heap.Flags(page) & PageFlags.Large) != PageFlags.None;
        _at = isLarge ? page : page + heap.Geometry.AreaStartBytes;
        _end = isLarge ? page + heap.Geometry.PageBytes : heap.AreaEnd(page);
    }

    /// <summary>The tagged words of the next object that has any, as far as they lie on the page.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="own">A space of the caller's own, which may allocate on the page meanwhile.</param>
    /// <param name="first">Address of the first one.</param>
    /// <param name="last">Behind the last one.</param>
    /// <returns>False: the page is done.</returns>
    public bool TryNext(SharedHeap heap, PagedSpace own, out long first, out long last)
    {
        if ((heap.Flags(_page) & PageFlags.Large) != PageFlags.None)
        {
            return TryLarge(heap, out first, out last);
        }

        var space = heap.OldSpace((SpaceId)heap.Page(_page).Space);
        var isPending = heap.Page(_page).SweepState == (long)SweepState.Pending;
        while (_at < _end)
        {
            if (isPending && heap.MarkBits.NextMarked(_at, _end) is var marked && marked > _at)
            {
                _at = marked;
                continue;
            }

            if (IsOpen(space.State.Area) || IsOpen(own.State.Area))
            {
                _at = IsOpen(own.State.Area) ? own.State.Area.Limit : space.State.Area.Limit;
                continue;
            }

            var (address, header) = (_at, heap.Owned(_at));
            _at += ObjectHeader.SizeBytes(header, heap.Owned(address + ObjectHeader.Bytes));
            if (ObjectHeader.HasTaggedWords(header))
            {
                (first, last) = (address + ObjectHeader.FirstTaggedOffset(header), _at);
                return true;
            }
        }

        (first, last) = (_end, _end);
        return false;
    }

    private readonly bool IsOpen(AllocationArea area) => area.Top == _at && area.Rest > 0;

    private bool TryLarge(SharedHeap heap, out long first, out long last)
    {
        var chunk = heap.Page(_page).Chunk;
        var address = chunk + heap.Geometry.AreaStartBytes;
        var header = heap.Owned(address);
        var bytes = ObjectHeader.SizeBytes(header, heap.Owned(address + ObjectHeader.Bytes));
        first = Math.Max(address + ObjectHeader.FirstTaggedOffset(header, bytes), _at);
        last = Math.Min(address + bytes, _end);
        _at = _end;
        return first < last;
    }
}
