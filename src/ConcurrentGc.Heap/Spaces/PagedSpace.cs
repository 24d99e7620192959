using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Heap.Spaces;

/// <summary>
/// A view of a space of regular pages with free lists: old, code, read-only, or a space that one worker fills during a
/// collection and that is merged afterwards. Owner: the main thread, or a worker that holds the lock; a worker's own
/// space is its own.
/// </summary>
/// <remarks>Source: V8 11.3, heap/paged-spaces.cc.</remarks>
public readonly struct PagedSpace
{
    private readonly SharedHeap _heap;
    private readonly long _state;

    /// <summary>A view of the space whose words are at an address.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="state">Byte offset of a <see cref="PagedSpaceState"/>.</param>
    public PagedSpace(SharedHeap heap, long state) => (_heap, _state) = (heap, state);

    /// <summary>Makes an empty space; its words must be zero.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="id">Which space its pages are in.</param>
    /// <param name="state">Byte offset of its words.</param>
    internal PagedSpace(SharedHeap heap, SpaceId id, long state)
        : this(heap, state)
    {
        State.Id = (long)id;
        State.Categories = heap.Side.Take(heap.FreeList.Categories);
    }

    /// <summary>Its words.</summary>
    public ref PagedSpaceState State => ref Unsafe.As<long, PagedSpaceState>(ref _heap.Owned(_state));

    /// <summary>Byte offset of its lock word. Shared.</summary>
    public long LockAddress => _state + LockOffset;

    /// <summary>Bytes of objects; the rest of the open area is not counted.</summary>
    public long ObjectBytes => State.AllocatedBytes - State.Area.Rest;

    /// <summary>Bytes that all its pages take.</summary>
    public long CommittedBytes => (State.Pages.Count * _heap.Geometry.PageBytes) - State.TrimmedBytes;

    /// <summary>Bytes that objects could take.</summary>
    public long CapacityBytes => (State.Pages.Count * _heap.Geometry.AreaBytes) - State.TrimmedBytes;

    private static long LockOffset =>
        System.Runtime.InteropServices.Marshal.OffsetOf<PagedSpaceState>(nameof(PagedSpaceState.Lock));

    /// <summary>Makes the words of a worker's own space, to be merged into one of the heap.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="id">That one.</param>
    /// <returns>Byte offset of the words.</returns>
    public static long TakeLocal(SharedHeap heap, SpaceId id = SpaceId.Old)
    {
        var state = heap.Side.Take(Unsafe.SizeOf<PagedSpaceState>() / sizeof(long));
        _ = new PagedSpace(heap, id, state);
        return state;
    }

    /// <summary>Allocates, refilling the area or adding a page as needed; no limit is looked at.</summary>
    /// <param name="bytes">Size, a regular one.</param>
    /// <param name="origin">How to search the free list.</param>
    /// <param name="address">Where the object is.</param>
    /// <returns>False: the reserved range is used up.</returns>
    public bool TryAllocate(long bytes, AllocationOrigin origin, out long address) =>
        TryAllocateOnItsPages(bytes, origin, out address)
        || (TryAddFreshPage() && TryAllocateOnItsPages(bytes, origin, out address));

    /// <summary>Allocates, refilling the area from the free list as needed.</summary>
    /// <param name="bytes">Size, a regular one.</param>
    /// <param name="origin">How to search the free list.</param>
    /// <param name="address">Where the object is.</param>
    /// <returns>False: no block is large enough; the area is gone.</returns>
    public bool TryAllocateOnItsPages(long bytes, AllocationOrigin origin, out long address) =>
        State.Area.TryAllocate(bytes, out address)
        || (TryRefill(bytes, origin) && State.Area.TryAllocate(bytes, out address));

    /// <summary>Refills the area from the free list.</summary>
    /// <param name="bytes">Least size.</param>
    /// <param name="origin">How to search.</param>
    /// <returns>False: no block is large enough; the area is gone.</returns>
    public bool TryRefill(long bytes, AllocationOrigin origin)
    {
        RetireArea();
        var block = _heap.FreeList.Take(State.Categories, bytes, origin, out var blockBytes);
        if (block == 0)
        {
            return false;
        }

        State.AllocatedBytes += blockBytes;
        _heap.Page(block).AllocatedBytes += blockBytes;
        State.Area = new AllocationArea { Start = block, Top = block, Limit = block + blockBytes };
        return true;
    }

    /// <summary>Gives the rest of the area back to the free list.</summary>
    public void RetireArea()
    {
        var area = State.Area;
        State.Area = default;
        if (area.Rest > 0)
        {
            Free(area.Top, area.Rest);
        }
    }

    /// <summary>Frees allocated bytes.</summary>
    /// <param name="address">Start of the block.</param>
    /// <param name="bytes">Its size.</param>
    public void Free(long address, long bytes)
    {
        State.AllocatedBytes -= bytes;
        _heap.Page(address).AllocatedBytes -= bytes;
        _heap.FreeList.Add(State.Categories, address, bytes);
    }

    /// <summary>Adds a fresh page; its whole area is one free block.</summary>
    /// <returns>False: the reserved range is used up.</returns>
    public bool TryAddFreshPage()
    {
        var page = _heap.Pages.Take((SpaceId)State.Id, 1);
        if (page == 0)
        {
            return false;
        }

        Append(page);
        _heap.FreeList.Add(State.Categories, page + _heap.Geometry.AreaStartBytes, _heap.Geometry.AreaBytes);
        return true;
    }

    /// <summary>Moves a page with its blocks and objects from another space to this one.</summary>
    /// <param name="from">Its owner.</param>
    /// <param name="page">Address of the page; the other space's area must not lie in it.</param>
    public void TakePage(PagedSpace from, long page)
    {
        Checks.DCheck(from.State.Area.Limit == 0 || _heap.PageOf(from.State.Area.Start) != page);
        from.Detach(page);
        Append(page);
        State.AllocatedBytes += _heap.Page(page).AllocatedBytes;
        _heap.FreeList.Link(State.Categories, page);
    }

    /// <summary>
    /// Counts a page with its live bytes until it is swept, and forgets its free blocks: nothing is allocated on it before.
    /// </summary>
    /// <param name="page">Address of a page of this space whose live bytes are known; no area lies in it.</param>
    public void AwaitSweeping(long page)
    {
        _heap.FreeList.Unlink(State.Categories, page);
        _heap.FreeList.Reset(page);
        ref var header = ref _heap.Page(page);
        State.AllocatedBytes += header.LiveBytes - header.AllocatedBytes;
        header.AllocatedBytes = header.LiveBytes;
        header.SweepState = (long)SweepState.Pending;
    }

    /// <summary>Links the free blocks of a page of this space that was swept, and counts what the sweeper found.</summary>
    /// <param name="page">Address of the page; just taken from the list of swept ones.</param>
    public void LinkSwept(long page)
    {
        Refine(page);
        _heap.FreeList.Link(State.Categories, page);
    }

    /// <summary>Moves a page that was swept, and is not linked yet, from another space to this one.</summary>
    /// <param name="from">Its owner.</param>
    /// <param name="page">Address of the page; just taken from the list of swept ones.</param>
    public void TakeSwept(PagedSpace from, long page)
    {
        from.Refine(page);
        TakePage(from, page);
    }

    /// <summary>Takes a page out of this space; its blocks stay with it, unlinked.</summary>
    /// <param name="page">Address of the page.</param>
    public void Detach(long page)
    {
        _heap.FreeList.Unlink(State.Categories, page);
        State.AllocatedBytes -= _heap.Page(page).AllocatedBytes;
        State.TrimmedBytes -= _heap.Page(page).TrimmedBytes;
        State.Pages.Remove(_heap, page);
    }

    /// <summary>Appends a page that is in no space; its blocks are not linked and its objects not counted.</summary>
    /// <param name="page">Address of the page.</param>
    public void Append(long page)
    {
        ref var header = ref _heap.Page(page);
        header.Space = State.Id;
        if (State.Id == (long)SpaceId.ReadOnly)
        {
            header.Flags |= (long)PageFlags.ReadOnly;
            _heap.MarkBits.SetAll(page, page + _heap.Geometry.PageBytes); // black for good: no cycle marks, counts or sweeps them
        }

        header.Number = ++State.PageNumber;
        State.TrimmedBytes += header.TrimmedBytes;
        State.Pages.Append(_heap, page);
    }

    /// <summary>Takes over all pages of a worker's space, whose area is retired first.</summary>
    /// <param name="local">The worker's space; empty afterwards.</param>
    public void Merge(PagedSpace local)
    {
        local.RetireArea();
        while (local.State.Pages.First is var page and not 0)
        {
            TakePage(local, page);
        }

        Checks.DCheckEq(local.State.AllocatedBytes, 0);
    }

    /// <summary>Cuts off the end of the page that the open area is in; the area reaches to the page's end.</summary>
    /// <param name="bytes">A multiple of eight, at most the area's rest.</param>
    public void TrimArea(long bytes)
    {
        ref var area = ref State.Area;
        Checks.DCheckLe(bytes, area.Rest);
        ref var header = ref _heap.Page(area.Start);
        Checks.DCheckEq(area.Limit, _heap.AreaEnd(_heap.PageOf(area.Start)));
        area.Limit -= bytes;
        header.TrimmedBytes += bytes;
        header.AllocatedBytes -= bytes;
        State.TrimmedBytes += bytes;
        State.AllocatedBytes -= bytes;
    }

    /// <summary>Free and wasted bytes of all pages that are swept and linked.</summary>
    /// <returns>Their sum; the rest of the open area is not counted.</returns>
    public long HoleBytes()
    {
        var bytes = 0L;
        for (var page = State.Pages.First; page != 0; page = _heap.Page(page).Next)
        {
            ref var header = ref _heap.Page(page);
            bytes += header.SweepState == (long)SweepState.Done ? header.FreeBytes + header.WastedBytes : 0;
        }

        return bytes;
    }

    /// <summary>The live bytes that marking counted give way to those that the sweeper found.</summary>
    private void Refine(long page)
    {
        ref var header = ref _heap.Page(page);
        State.AllocatedBytes += header.AllocatedBytes - header.LiveBytes;
        header.LiveBytes = 0;
    }
}
