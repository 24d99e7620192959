using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Spaces;

/// <summary>A space of objects over the regular limit, each on pages of its own; they never move.</summary>
/// <remarks>Source: V8 11.3, heap/large-spaces.cc. Owner: the main thread.</remarks>
public readonly struct LargeObjectSpace
{
    private readonly SharedHeap _heap;
    private readonly long _state;

    /// <summary>Makes an empty space; its words must be zero.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="id">Young or old.</param>
    /// <param name="state">Byte offset of its words.</param>
    internal LargeObjectSpace(SharedHeap heap, SpaceId id, long state)
    {
        (_heap, _state) = (heap, state);
        State.Id = (long)id;
    }

    /// <summary>Its words.</summary>
    public ref LargeSpaceState State => ref Unsafe.As<long, LargeSpaceState>(ref _heap.Owned(_state));

    private bool IsYoung => State.Id == (long)SpaceId.NewLarge;

    /// <summary>Pages that an object takes.</summary>
    /// <param name="bytes">Its size.</param>
    public int PagesFor(long bytes) =>
        (int)((_heap.Geometry.AreaStartBytes + bytes + _heap.Geometry.PageBytes - 1) >> _heap.Geometry.PageShift);

    /// <summary>Bytes that the pages of an object commit.</summary>
    /// <param name="bytes">Its size.</param>
    public long CommittedFor(long bytes) =>
        HeapLayout.AlignUp(_heap.Geometry.AreaStartBytes + bytes, _heap.Geometry.CommitBytes);

    /// <summary>Makes room for an object; its words are not initialized.</summary>
    /// <param name="bytes">Its size.</param>
    /// <returns>Its address; zero: the reserved range has no gap.</returns>
    public long Allocate(long bytes)
    {
        var count = PagesFor(bytes);
        var page = _heap.Pages.Take((SpaceId)State.Id, count);
        if (page == 0)
        {
            return 0;
        }

        _heap.Page(page).ObjectBytes = bytes;
        _heap.Page(page).AllocatedBytes = bytes;
        SetFlags(page, PageFlags.Large | (IsYoung ? PageFlags.Young | PageFlags.To : PageFlags.None));
        Append(page);
        return page + _heap.Geometry.AreaStartBytes;
    }

    /// <summary>Sets the flags of all pages of an object.</summary>
    /// <param name="page">Its first page.</param>
    /// <param name="flags">What they become.</param>
    public void SetFlags(long page, PageFlags flags)
    {
        var count = PagesFor(_heap.Page(page).ObjectBytes);
        for (var i = 0; i < count; i++)
        {
            ref var header = ref _heap.Page(page + ((long)i << _heap.Geometry.PageShift));
            header.Flags = (long)flags;
            header.Space = State.Id;
        }
    }

    /// <summary>Turns all young large objects into from-space ones.</summary>
    public void Flip()
    {
        for (var page = State.Objects.First; page != 0; page = _heap.Page(page).Next)
        {
            SetFlags(page, PageFlags.Large | PageFlags.Young | PageFlags.From);
        }
    }

    /// <summary>Moves an object with its pages from another large-object space to this one.</summary>
    /// <param name="from">Its owner.</param>
    /// <param name="page">Its first page.</param>
    public void TakeOver(LargeObjectSpace from, long page)
    {
        from.Detach(page);
        SetFlags(page, PageFlags.Large | (IsYoung ? PageFlags.Young | PageFlags.To : PageFlags.None));
        Append(page);
    }

    /// <summary>Counts an object that was trimmed as large as it is, and gives back the pages behind it.</summary>
    /// <param name="page">Its first page.</param>
    public void Fit(long page)
    {
        var start = page + _heap.Geometry.AreaStartBytes;
        var bytes = ObjectHeader.SizeBytes(_heap.Owned(start), _heap.Owned(start + ObjectHeader.Bytes));
        ref var header = ref _heap.Page(page);
        if (bytes == header.ObjectBytes)
        {
            return;
        }

        var (pages, kept) = (PagesFor(header.ObjectBytes), PagesFor(bytes));
        State.ObjectBytes += bytes - header.ObjectBytes;
        State.CommittedBytes += CommittedFor(bytes) - CommittedFor(header.ObjectBytes);
        (header.ObjectBytes, header.AllocatedBytes) = (bytes, bytes);
        if (kept < pages)
        {
            ClearSlots(page, kept, pages);
            _heap.Pages.Return(page + ((long)kept << _heap.Geometry.PageShift), pages - kept);
        }
    }

    /// <summary>Frees an object and its pages.</summary>
    /// <param name="page">Its first page.</param>
    public void Free(long page)
    {
        var count = PagesFor(_heap.Page(page).ObjectBytes);
        Detach(page);
        ClearSlots(page, 0, count);
        _heap.MarkBits.Clear(page, page + _heap.Geometry.PageBytes);
        _heap.Pages.Return(page, count);
    }

    private void ClearSlots(long page, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var each = page + ((long)i << _heap.Geometry.PageShift);
            _heap.OldToNew.ClearPage(each);
            _heap.OldToOld.ClearPage(each);
        }
    }

    private void Append(long page)
    {
        var bytes = _heap.Page(page).ObjectBytes;
        State.Objects.Append(_heap, page);
        State.ObjectBytes += bytes;
        State.CommittedBytes += CommittedFor(bytes);
    }

    private void Detach(long page)
    {
        var bytes = _heap.Page(page).ObjectBytes;
        State.Objects.Remove(_heap, page);
        State.ObjectBytes -= bytes;
        State.CommittedBytes -= CommittedFor(bytes);
    }
}
