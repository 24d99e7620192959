using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Heap.Spaces;

/// <summary>
/// New space: two semispaces of pages. Objects are born in to-space; a collection turns it into from-space and copies the
/// survivors. Owner: the mutator between collections, the collector's main thread in the pause, and for the allocation
/// area whoever holds its lock.
/// </summary>
/// <remarks>Source: V8 11.3, heap/new-spaces.cc.</remarks>
public sealed partial class NewSpace
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

    /// <summary>Whether from-space has its pages, or the reserved range has as many left for it.</summary>
    public bool CanFlip => State.From.Count == State.Pages || (State.From.First == 0 && _heap.Pages.HasFree(State.Pages));

    /// <summary>Bytes of the largest regular object that the last collection left room for, whatever was allocated since.</summary>
    public long RoomAfterCollection
    {
        get
        {
            for (var page = State.To.First; page != 0; page = _heap.Page(page).Next)
            {
                if ((_heap.Flags(page) & PageFlags.BelowAgeMark) == PageFlags.None)
                {
                    return _heap.Geometry.AreaBytes;
                }
            }

            return State.AgeMarkPage + _heap.Geometry.PageBytes - State.AgeMark;
        }
    }

    /// <summary>Gives to-space its first pages.</summary>
    /// <param name="pages">Pages of one semispace.</param>
    /// <exception cref="InvalidOperationException">The reserved range has fewer.</exception>
    public void SetUp(int pages)
    {
        if (!TryAddPages(ref State.To, PageFlags.To, pages))
        {
            throw new InvalidOperationException(
                $"The reserved range of {_heap.Geometry.ReservedPages} pages has less than {pages} for new space.");
        }

        (State.Pages, State.InitialPages) = (pages, pages);
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
    public bool TryAllocate(long bytes, out long address) =>
        TryAllocateInArea(bytes, out address) || (TryMoveOn(bytes) && TryAllocateInArea(bytes, out address));

    /// <summary>Doubles (or multiplies) both semispaces.</summary>
    /// <param name="pages">Pages of one semispace afterwards.</param>
    /// <returns>False: the reserved range has too few pages, and nothing changed.</returns>
    public bool TryGrow(long pages)
    {
        Checks.DCheckLe(State.Pages, pages);
        var more = pages - State.Pages;
        if (!TryAddPages(ref State.To, PageFlags.To, more))
        {
            return false;
        }

        if (State.From.First != 0 && !TryAddPages(ref State.From, PageFlags.From, more))
        {
            RemovePages(ref State.To, more);
            return false;
        }

        State.Pages = pages;
        return true;
    }

    /// <summary>
    /// Shrinks both semispaces to twice what is used, at least to what they began with, and gives up from-space until the
    /// next collection. The mutators stand, behind a collection.
    /// </summary>
    public void Shrink()
    {
        var needed = ((2 * UsedBytes) + _heap.Geometry.PageBytes - 1) >> _heap.Geometry.PageShift;
        var pages = Math.Max(State.InitialPages, needed);
        if (pages < State.Pages)
        {
            RemovePages(ref State.To, State.Pages - pages);
            State.Pages = pages;
        }

        RemovePages(ref State.From, State.From.Count);
    }

    /// <summary>
    /// Turns to-space into from-space; allocation starts anew in the other one. See <see cref="CanFlip"/>.
    /// </summary>
    public void Flip()
    {
        _heap.FreeList.Fill(State.Area.Top, AreaEnd - State.Area.Top);
        if (State.From.First == 0 && !TryAddPages(ref State.From, PageFlags.From, State.Pages))
        {
            throw new InvalidOperationException("No pages for from-space: ask CanFlip first.");
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
    /// <returns>False: the reserved range has too few pages, and from-space gave up its own.</returns>
    public bool TryRebalance()
    {
        if (TryAddPages(ref State.From, PageFlags.From, State.Pages - State.From.Count))
        {
            return true;
        }

        RemovePages(ref State.From, State.From.Count);
        return false;
    }

    private static long LockOffset() =>
        HeapControl.OffsetOf(nameof(HeapControl.New))
        + System.Runtime.InteropServices.Marshal.OffsetOf<NewSpaceState>(nameof(NewSpaceState.Lock));

    private bool TryAllocateInArea(long bytes, out long address)
    {
        if (IsStepDue(bytes))
        {
            State.Area.Limit = State.Area.Top + bytes; // who did not ask passes the step by: it is due at the next allocation
        }

        return State.Area.TryAllocate(bytes, out address);
    }

    private bool TryMoveOn(long bytes)
    {
        ref var state = ref State;
        var rest = AreaEnd - state.Area.Top;
        _heap.FreeList.Fill(state.Area.Top, rest);
        Count();
        var next = _heap.Page(state.CurrentPage).Next;
        if (next == 0)
        {
            return TryParked(bytes);
        }

        if (state.InCollection == 0 && rest >= _heap.Geometry.ParkedBufferBytes
            && state.ParkedCount < _parkedEntries)
        {
            var entry = state.Parked + (state.ParkedCount++ * 16);
            _heap.Owned(entry) = state.Area.Top;
            _heap.Owned(entry + 8) = rest;
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
            OpenArea(start);
            return true;
        }

        return false;
    }

    private void StartAt(long page, long used)
    {
        State.CurrentPage = page;
        State.PagesUsed = used;
        OpenArea(AreaStart(page));
    }

    private long AreaStart(long page) => page + _heap.Geometry.AreaStartBytes;

    private bool TryAddPages(ref PageChain semispace, PageFlags flag, long count)
    {
        for (var i = 0L; i < count; i++)
        {
            var page = _heap.Pages.Take(SpaceId.New, 1);
            if (page == 0)
            {
                RemovePages(ref semispace, i);
                return false;
            }

            _heap.Page(page).Flags = (long)(PageFlags.Young | flag);
            semispace.Append(_heap, page);
        }

        return true;
    }

    private void RemovePages(ref PageChain semispace, long count)
    {
        for (var i = 0L; i < count; i++)
        {
            var page = semispace.Last;
            semispace.Remove(_heap, page);
            _heap.Pages.Return(page, 1);
        }
    }
}
