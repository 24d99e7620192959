using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Heap.Spaces;

/// <summary>
/// New space: two semispaces of pages. Objects are born in to-space; a collection turns it into from-space and copies the
/// survivors. Owner: the mutator between collections, the collector's main thread in the pause, and for the allocation
/// area whoever holds its lock.
/// </summary>
/// <remarks>Source: V8 11.3, heap/new-spaces.cc.</remarks>
public sealed class NewSpace
{
    private const int MaximumParked = 4096;
    private readonly SharedHeap _heap;
    private readonly int _parkedEntries;

    /// <summary>New space without pages.</summary>
    /// <param name="heap">The heap.</param>
    internal NewSpace(SharedHeap heap)
    {
        _heap = heap;
        _parkedEntries = Math.Min(MaximumParked, heap.Geometry.ReservedPages);
        State.Parked = heap.Side.Take(2L * _parkedEntries);
    }

    /// <summary>Byte offset of the lock word. Shared.</summary>
    public long LockAddress { get; } = LockOffset();

    /// <summary>Its words.</summary>
    public ref NewSpaceState State => ref _heap.Control.New;

    /// <summary>Bytes that objects of one semispace can take.</summary>
    public long CapacityBytes => State.Pages * _heap.Geometry.AreaBytes;

    /// <summary>Bytes of the pages of one semispace.</summary>
    public long TotalCapacityBytes => State.Pages * _heap.Geometry.PageBytes;

    /// <summary>Bytes of both semispaces' pages.</summary>
    public long CommittedBytes => TotalCapacityBytes * (State.From.First == 0 ? 1 : 2);

    /// <summary>Used bytes: whole areas of the pages before the current one, and its own up to the top.</summary>
    public long UsedBytes =>
        (State.PagesUsed * _heap.Geometry.AreaBytes) + State.Area.Top - AreaStart(State.CurrentPage);

    /// <summary>Gives to-space its first pages.</summary>
    /// <param name="pages">Pages of one semispace.</param>
    public void SetUp(int pages)
    {
        (State.Pages, State.InitialPages) = (pages, pages);
        AddPages(to: true, pages);
        StartAt(State.To.First, used: 0);
        (State.AgeMark, State.AgeMarkPage) = (State.Area.Top, State.CurrentPage);
    }

    /// <summary>
    /// Bytes of large objects that may be young at a time: what a semispace can hold, and once it has grown, all of its
    /// pages. Measured on Node 20: of arrays of 260,000 bytes 3 fit beside the first 4 pages, later 8 beside 8 and 16 beside 16.
    /// </summary>
    public long LargeCapacityBytes => State.Pages == State.InitialPages ? CapacityBytes : TotalCapacityBytes;

    /// <summary>Allocates, moving on to the next page or to a parked rest when the area is used up.</summary>
    /// <param name="bytes">Size, a regular one.</param>
    /// <param name="address">Where the object is.</param>
    /// <returns>False: the semispace is full.</returns>
    public bool TryAllocate(long bytes, out long address)
    {
        if (State.Area.TryAllocate(bytes, out address))
        {
            return true;
        }

        return TryMoveOn(bytes) && State.Area.TryAllocate(bytes, out address);
    }

    /// <summary>Doubles (or multiplies) both semispaces.</summary>
    /// <param name="pages">Pages of one semispace afterwards.</param>
    public void Grow(long pages)
    {
        Checks.DCheckLe(State.Pages, pages);
        var more = (int)(pages - State.Pages);
        AddPages(to: true, more);
        if (State.From.First != 0)
        {
            AddPages(to: false, more);
        }

        State.Pages = pages;
    }

    /// <summary>Turns to-space into from-space; allocation starts anew in the other one.</summary>
    public void Flip()
    {
        _heap.FreeList.Fill(State.Area.Top, State.Area.Rest);
        if (State.From.First == 0)
        {
            AddPages(to: false, (int)State.Pages);
        }

        ref var state = ref State;
        Checks.DCheckEq(state.From.Count, state.Pages);
        (state.To, state.From) = (state.From, state.To);
        for (var page = state.From.First; page != 0; page = _heap.Page(page).Next)
        {
            ref var flags = ref _heap.Page(page).Flags;
            flags = (flags & ~(long)PageFlags.To) | (long)PageFlags.From;
        }

        for (var page = state.To.First; page != 0; page = _heap.Page(page).Next)
        {
            _heap.Page(page).Flags = (long)(PageFlags.Young | PageFlags.To);
        }

        state.ParkedCount = 0;
        StartAt(state.To.First, used: 0);
    }

    /// <summary>Everything now in to-space has survived once.</summary>
    public void SetAgeMark()
    {
        (State.AgeMark, State.AgeMarkPage) = (State.Area.Top, State.CurrentPage);
        for (var page = State.To.First; ; page = _heap.Page(page).Next)
        {
            _heap.Page(page).Flags |= (long)PageFlags.BelowAgeMark;
            if (page == State.CurrentPage)
            {
                return;
            }
        }
    }

    /// <summary>Whether a from-space object has survived before: it is promoted now.</summary>
    /// <param name="address">The object.</param>
    public bool IsBelowAgeMark(long address)
    {
        ref var state = ref State;
        return (_heap.Flags(address) & PageFlags.BelowAgeMark) != PageFlags.None
            && (_heap.PageOf(address) != state.AgeMarkPage || address < state.AgeMark);
    }

    /// <summary>Takes a page out of from-space that becomes an old page as it is.</summary>
    /// <param name="page">Address of the page.</param>
    public void RemoveFromSpacePage(long page) => State.From.Remove(_heap, page);

    /// <summary>Gives from-space as many pages as to-space has.</summary>
    public void Rebalance() => AddPages(to: false, (int)(State.Pages - State.From.Count));

    private static long LockOffset() =>
        HeapControl.OffsetOf(nameof(HeapControl.New))
        + System.Runtime.InteropServices.Marshal.OffsetOf<NewSpaceState>(nameof(NewSpaceState.Lock));

    private bool TryMoveOn(long bytes)
    {
        ref var state = ref State;
        _heap.FreeList.Fill(state.Area.Top, state.Area.Rest);
        var next = _heap.Page(state.CurrentPage).Next;
        if (next == 0)
        {
            return TryParked(bytes);
        }

        if (state.InCollection == 0 && state.Area.Rest >= _heap.Geometry.ParkedBufferBytes
            && state.ParkedCount < _parkedEntries)
        {
            var entry = state.Parked + (state.ParkedCount++ * 16);
            _heap.Owned(entry) = state.Area.Top;
            _heap.Owned(entry + 8) = state.Area.Rest;
        }

        StartAt(next, state.PagesUsed + 1);
        return true;
    }

    private bool TryParked(long bytes)
    {
        ref var state = ref State;
        for (var i = 0L; i < state.ParkedCount; i++)
        {
            var entry = state.Parked + (i * 16);
            var (start, length) = (_heap.Owned(entry), _heap.Owned(entry + 8));
            if (length < bytes)
            {
                continue;
            }

            state.ParkedCount--;
            _heap.CopyOwned(entry + 16, entry, (state.ParkedCount - i) * 16);
            state.CurrentPage = _heap.PageOf(start);
            state.To.Remove(_heap, state.CurrentPage); // the current page is always the last one
            state.To.Append(_heap, state.CurrentPage);
            state.Area = new AllocationArea { Start = start, Top = start, Limit = start + length };
            return true;
        }

        return false;
    }

    private void StartAt(long page, long used)
    {
        State.CurrentPage = page;
        State.PagesUsed = used;
        var start = AreaStart(page);
        State.Area = new AllocationArea { Start = start, Top = start, Limit = page + _heap.Geometry.PageBytes };
    }

    private long AreaStart(long page) => page + _heap.Geometry.AreaStartBytes;

    private void AddPages(bool to, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var page = _heap.Pages.Take(SpaceId.New, 1);
            if (page == 0)
            {
                throw new InvalidOperationException(
                    $"The reserved range of {_heap.Geometry.ReservedPages} pages has no page left for new space.");
            }

            _heap.Page(page).Flags = (long)(PageFlags.Young | (to ? PageFlags.To : PageFlags.From));
            if (to)
            {
                State.To.Append(_heap, page);
            }
            else
            {
                State.From.Append(_heap, page);
            }
        }
    }
}
