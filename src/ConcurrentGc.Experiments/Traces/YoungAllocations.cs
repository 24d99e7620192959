using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Experiments.Traces;

/// <summary>
/// What a program allocated since a place of new space was marked: a walk over the pages of to-space, and the young large
/// objects. In a pause, or where the program stands.
/// </summary>
/// <param name="heap">The heap.</param>
internal sealed class YoungAllocations(SharedHeap heap)
{
    private long _page;
    private long _top;

    /// <summary>The objects that were listed since the last <see cref="Clear"/>, in order of allocation.</summary>
    public List<long> Objects { get; } = [];

    /// <summary>Their sizes.</summary>
    public List<long> Bytes { get; } = [];

    /// <summary>From now on: what is there already is not listed again.</summary>
    public void Mark() => (_page, _top) = (heap.Control.New.CurrentPage, heap.Control.New.Area.Top);

    /// <summary>From the first object of new space on: before the first collection.</summary>
    public void MarkStart()
    {
        _page = heap.Control.New.To.First;
        _top = _page + heap.Geometry.AreaStartBytes;
    }

    /// <summary>Empties the list.</summary>
    public void Clear()
    {
        Objects.Clear();
        Bytes.Clear();
    }

    /// <summary>Lists what is new.</summary>
    /// <param name="largeFirst">
    /// Whether large objects come first: a large one made the last collection necessary. Their order among the others is
    /// not known.
    /// </param>
    public void Collect(bool largeFirst)
    {
        if (largeFirst)
        {
            AddLarge();
        }

        AddRegular();
        if (!largeFirst)
        {
            AddLarge();
        }
    }

    private void AddRegular()
    {
        ref var state = ref heap.Control.New;
        for (var page = state.To.First; ; page = heap.Page(page).Next)
        {
            var isOld = (heap.Flags(page) & PageFlags.BelowAgeMark) != PageFlags.None;
            if (page == _page || !isOld)
            {
                var start = page == _page ? _top : page + heap.Geometry.AreaStartBytes;
                Add(start, page == state.CurrentPage ? state.Area.Top : page + heap.Geometry.PageBytes);
            }

            if (page == state.CurrentPage)
            {
                return;
            }
        }
    }

    private void Add(long start, long end)
    {
        for (var address = start; address < end;)
        {
            var header = heap.Owned(address);
            var bytes = ObjectHeader.FixedBytes(header);
            bytes = bytes != 0 ? bytes : ObjectHeader.SizeBytes(header, heap.Owned(address + ObjectHeader.Bytes));
            var isGap = ObjectHeader.Layout(header) is LayoutKind.Filler or LayoutKind.FreeBlock;
            if (!isGap || address + bytes < end) // a gap inside was an object, or a part of one
            {
                Objects.Add(address);
                Bytes.Add(bytes);
            }

            address += bytes;
        }
    }

    private void AddLarge()
    {
        for (var page = heap.NewLarge.State.Objects.First; page != 0; page = heap.Page(page).Next)
        {
            Objects.Add(page + heap.Geometry.AreaStartBytes);
            Bytes.Add(heap.Page(page).ObjectBytes);
        }
    }
}
