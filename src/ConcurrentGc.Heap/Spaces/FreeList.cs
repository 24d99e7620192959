using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Spaces;

/// <summary>
/// Free blocks by size category. Categories belong to pages; a space links the pages that have blocks of a category.
/// Owner: whoever owns the space, or a worker that holds its lock.
/// </summary>
/// <remarks>Source: V8 11.3, heap/free-list.h and free-list.cc (FreeListManyCachedOrigin).</remarks>
public sealed class FreeList
{
    private const int FastPathSlackBytes = 1_920;
    private const int TinyObjectBytes = 128;
    private const int TinyFallbackBytes = 256;
    private const int WordBytes = 8;

    private static readonly long _freeHeader = ObjectHeader.Encode(LayoutKind.FreeBlock, 0, 0);

    private readonly SharedHeap _heap;
    private readonly int[] _minimums;
    private readonly int _tinyFallback;

    /// <summary>The free-list operations of a heap.</summary>
    /// <param name="heap">The heap.</param>
    internal FreeList(SharedHeap heap)
    {
        _heap = heap;
        _minimums = [.. heap.Geometry.FreeListMinimums];
        _tinyFallback = CategoryOf(TinyFallbackBytes);
    }

    /// <summary>Number of categories.</summary>
    public int Categories => _minimums.Length;

    /// <summary>The header of a gap: of a filler, or of a free block, which has its size in the second word.</summary>
    /// <param name="bytes">Its size, a multiple of eight, not zero.</param>
    public static long GapHeader(long bytes) => bytes < ObjectHeader.MinimumFreeBlockBytes
        ? ObjectHeader.Encode(LayoutKind.Filler, (int)(bytes / WordBytes), 0)
        : _freeHeader;

    /// <summary>Makes a gap walkable: one filler or free block header, linked nowhere.</summary>
    /// <param name="address">Start of the gap.</param>
    /// <param name="bytes">Its size, a multiple of eight; zero is allowed.</param>
    public void Fill(long address, long bytes)
    {
        if (bytes == 0)
        {
            return;
        }

        _heap.Owned(address) = GapHeader(bytes);
        if (bytes < ObjectHeader.MinimumFreeBlockBytes)
        {
            return;
        }

        _heap.Owned(address + WordBytes) = bytes << 32;
        _heap.Owned(address + (2 * WordBytes)) = 0;
    }

    /// <summary>Frees a block: links it in its page's category, or counts it as waste when it is too small.</summary>
    /// <param name="categories">
    /// Address of the space's category words; zero: the page is in no list (a sweeper owns it) and is linked later.
    /// </param>
    /// <param name="address">Start of the block.</param>
    /// <param name="bytes">Its size.</param>
    public void Add(long categories, long address, long bytes)
    {
        Fill(address, bytes);
        ref var page = ref _heap.Page(address);
        if (bytes < _minimums[0])
        {
            page.WastedBytes += bytes;
            return;
        }

        page.FreeBytes += bytes;
        var category = CategoryOf(bytes);
        var pageAddress = _heap.PageOf(address);
        ref var head = ref Head(pageAddress, category);
        _heap.Owned(address + (2 * WordBytes)) = head;
        if (head == 0 && categories != 0)
        {
            LinkPage(categories, pageAddress, category);
        }

        head = address;
    }

    /// <summary>Takes a block.</summary>
    /// <param name="categories">Address of the space's category words.</param>
    /// <param name="bytes">Least size.</param>
    /// <param name="origin">How to search.</param>
    /// <param name="blockBytes">Its size.</param>
    /// <returns>Its address; zero: none is large enough.</returns>
    public long Take(long categories, long bytes, AllocationOrigin origin, out long blockBytes)
    {
        var last = _minimums.Length - 1;
        var precise = CategoryOf(Math.Max(bytes, _minimums[0]));
        if (origin == AllocationOrigin.Collector)
        {
            return TakeTop(categories, precise, last - 1, bytes, out blockBytes) is var tight and not 0
                ? tight
                : TakeAnywhere(categories, last, bytes, out blockBytes);
        }

        var fast = Math.Min(CategoryOf(bytes + FastPathSlackBytes - 1) + 1, last);
        var found = TakeTop(categories, fast, last, bytes, out blockBytes);
        if (found == 0 && bytes <= TinyObjectBytes)
        {
            found = TakeTop(categories, _tinyFallback, fast - 1, bytes, out blockBytes);
        }

        if (found == 0)
        {
            found = TakeAnywhere(categories, last, bytes, out blockBytes);
        }

        return found != 0 ? found : TakeTop(categories, precise, fast - 1, bytes, out blockBytes);
    }

    /// <summary>A page that has a block of a size: what a worker moves to its own space.</summary>
    /// <param name="categories">Address of the space's category words.</param>
    /// <param name="bytes">The size wanted.</param>
    /// <returns>Address of a page; its blocks may still be too small when only the precise category has one.</returns>
    public long PageWith(long categories, long bytes)
    {
        var precise = CategoryOf(Math.Max(bytes, _minimums[0]));
        for (var category = precise + 1; category < _minimums.Length; category++)
        {
            if (_heap.Owned(CategoryWord(categories, category)) is var page and not 0)
            {
                return page;
            }
        }

        return _heap.Owned(CategoryWord(categories, precise));
    }

    /// <summary>
    /// Takes a page's categories out of a space's lists; its blocks stay with the page. A category that is in no list,
    /// because the page was swept but not linked yet, is left alone.
    /// </summary>
    /// <param name="categories">Address of the space's category words.</param>
    /// <param name="page">Address of the page.</param>
    public void Unlink(long categories, long page)
    {
        for (var category = 0; category < _minimums.Length; category++)
        {
            if (IsLinked(categories, page, category))
            {
                UnlinkPage(categories, page, category);
            }
        }
    }

    /// <summary>Puts a page's categories into a space's lists.</summary>
    /// <param name="categories">Address of the space's category words.</param>
    /// <param name="page">Address of the page.</param>
    public void Link(long categories, long page)
    {
        for (var category = 0; category < _minimums.Length; category++)
        {
            if (Head(page, category) != 0)
            {
                LinkPage(categories, page, category);
            }
        }
    }

    /// <summary>Forgets the blocks of a page that is in no list, before it is swept anew or handed back.</summary>
    /// <param name="page">Address of the page.</param>
    public void Reset(long page)
    {
        for (var category = 0; category < _minimums.Length; category++)
        {
            Checks.DCheck(PreviousPage(page, category) == 0 && NextPage(page, category) == 0);
            Head(page, category) = 0;
        }

        ref var header = ref _heap.Page(page);
        header.FreeBytes = 0;
        header.WastedBytes = 0;
    }

    /// <summary>The first free block of a page's category, for the verifier.</summary>
    /// <param name="page">Address of the page.</param>
    /// <param name="category">From zero.</param>
    /// <returns>Its address; zero: none.</returns>
    public long FirstBlock(long page, int category) => Head(page, category);

    /// <summary>The category of a block size: the last whose minimum is not above it.</summary>
    /// <param name="bytes">At least the first minimum.</param>
    public int CategoryOf(long bytes)
    {
        var category = _minimums.Length - 1;
        while (category > 0 && _minimums[category] > bytes)
        {
            category--;
        }

        return category;
    }

    /// <summary>The free block after another one of its page and category, for the verifier.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="block">Address of a free block.</param>
    /// <returns>Its address; zero: there is none.</returns>
    internal static long BlockAfter(SharedHeap heap, long block) => heap.Owned(block + (2 * WordBytes));

    /// <summary>Bytes of a free block, for the verifier.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="block">Its address.</param>
    internal static long BlockBytes(SharedHeap heap, long block) => heap.Owned(block + WordBytes) >>> 32;

    /// <summary>The first page of a space that has blocks of a category, for the verifier.</summary>
    /// <param name="categories">Address of the space's category words.</param>
    /// <param name="category">From zero.</param>
    /// <returns>Its address; zero: none.</returns>
    internal long FirstPage(long categories, int category) => _heap.Owned(CategoryWord(categories, category));

    /// <summary>The next page in a category's list, for the verifier.</summary>
    /// <param name="page">Address of a page in the list.</param>
    /// <param name="category">From zero.</param>
    /// <returns>Its address; zero: none.</returns>
    internal long PageAfter(long page, int category) => NextPage(page, category);

    /// <summary>The page before in a category's list, for the verifier.</summary>
    /// <param name="page">Address of a page in the list.</param>
    /// <param name="category">From zero.</param>
    /// <returns>Its address; zero: none.</returns>
    internal long PageBefore(long page, int category) => PreviousPage(page, category);

    /// <summary>Whether a page has no blocks, for checks.</summary>
    /// <param name="page">Address of the page.</param>
    internal bool IsForgotten(long page)
    {
        var words = 0L;
        for (var category = 0; category < _minimums.Length; category++)
        {
            words |= Head(page, category) | NextPage(page, category) | PreviousPage(page, category);
        }

        return words == 0;
    }

    private static long CategoryWord(long categories, int category) => categories + (category * WordBytes);

    private long TakeTop(long categories, int first, int last, long bytes, out long blockBytes)
    {
        for (var category = first; category <= last; category++)
        {
            var page = _heap.Owned(CategoryWord(categories, category));
            if (page != 0 && SizeOf(Head(page, category)) >= bytes)
            {
                return TakeFrom(categories, page, category, previous: 0, out blockBytes);
            }
        }

        blockBytes = 0;
        return 0;
    }

    private long TakeAnywhere(long categories, int category, long bytes, out long blockBytes)
    {
        for (var page = _heap.Owned(CategoryWord(categories, category)); page != 0; page = NextPage(page, category))
        {
            var previous = 0L;
            for (var block = Head(page, category); block != 0; block = Following(block))
            {
                if (SizeOf(block) >= bytes)
                {
                    return TakeFrom(categories, page, category, previous, out blockBytes);
                }

                previous = block;
            }
        }

        blockBytes = 0;
        return 0;
    }

    private long TakeFrom(long categories, long page, int category, long previous, out long blockBytes)
    {
        var block = previous == 0 ? Head(page, category) : Following(previous);
        blockBytes = SizeOf(block);
        Checks.DCheckLe(_minimums[category], blockBytes);
        if (previous != 0)
        {
            Following(previous) = Following(block);
        }
        else
        {
            var rest = Following(block);
            if (rest == 0)
            {
                UnlinkPage(categories, page, category);
            }

            Head(page, category) = rest;
        }

        _heap.Page(page).FreeBytes -= blockBytes;
        return block;
    }

    private void LinkPage(long categories, long page, int category)
    {
        Checks.DCheck(!IsLinked(categories, page, category));
        ref var first = ref _heap.Owned(CategoryWord(categories, category));
        NextPage(page, category) = first;
        PreviousPage(page, category) = 0;
        if (first != 0)
        {
            PreviousPage(first, category) = page;
        }

        first = page;
    }

    private void UnlinkPage(long categories, long page, int category)
    {
        var (next, previous) = (NextPage(page, category), PreviousPage(page, category));
        if (next != 0)
        {
            PreviousPage(next, category) = previous;
        }

        if (previous != 0)
        {
            NextPage(previous, category) = next;
        }
        else
        {
            _heap.Owned(CategoryWord(categories, category)) = next;
        }

        NextPage(page, category) = 0;
        PreviousPage(page, category) = 0;
    }

    /// <summary>Whether a page is in a category's list: as V8 tells, by its links or by being the first.</summary>
    private bool IsLinked(long categories, long page, int category) =>
        PreviousPage(page, category) != 0 || NextPage(page, category) != 0 || FirstPage(categories, category) == page;

    private long SizeOf(long block) => _heap.Owned(block + WordBytes) >>> 32;

    private ref long Following(long block) => ref _heap.Owned(block + (2 * WordBytes));

    private ref long Head(long page, int category) => ref Word(page, category);

    private ref long NextPage(long page, int category) => ref Word(page, _minimums.Length + category);

    private ref long PreviousPage(long page, int category) => ref Word(page, (2 * _minimums.Length) + category);

    private ref long Word(long page, int index) =>
        ref _heap.Owned(_heap.HeaderAddress(page) + ((PageHeader.Words + index) * WordBytes));
}
