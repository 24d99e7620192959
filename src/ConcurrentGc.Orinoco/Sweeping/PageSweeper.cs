using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Sweeping;

// Note [Sweeping beside the program].
//
// A page that is to be swept has one owner: who took it from the sweep lists. It writes the page's gaps, header and mark
// bits, and nobody else reaches them:
//
//   - the program holds pointers to live objects only, and a gap lies between those. It reads and writes their words and
//     inserts old-to-new slots of theirs. It allocates on linked pages, which were swept before.
//   - the sweeper reads of a live object only what its size follows from. A store of the program to these words changes
//     the shape, or makes the object smaller by one word that it publishes behind a filler: whichever word the sweeper
//     reads, what begins behind the object is right. The old-to-new slots of what is cut off go before that word changes.
//   - the old-to-new set is the program's: it was empty after the full collection, so no gap has a slot to be removed.
//     Only in a pause, and with the page to itself, may a worker remove slots: those of objects that died with it.
//   - mark bits are read by nobody until the next marking, which waits for the sweeping to be completed.
//
// The page's blocks become the space's under the space's lock, by who takes the page from the list of swept ones.
// Source: V8 11.3, heap/sweeper.cc (RawSweep, ParallelSweepPage, CleanupRememberedSetEntriesForFreedMemory).

/// <summary>Sweeps one page: turns the gaps between marked objects into free blocks and clears the mark bits.</summary>
/// <param name="zaps">Whether gaps are overwritten: see Note [Zapping].</param>
public struct PageSweeper(bool zaps)
{
    private readonly bool _zaps = zaps;
    private long _cursor;
    private long _liveBytes;

    /// <summary>The page at hand.</summary>
    public long Page { get; private set; }

    /// <summary>Begins with a page.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="page">Address of a page that the caller took to sweep it.</param>
    public void Begin(SharedHeap heap, long page)
    {
        Page = page;
        (_cursor, _liveBytes) = (page + heap.Geometry.AreaStartBytes, 0);
    }

    /// <summary>
    /// Frees up to the next marked object, and steps over the marked objects behind it. No shared access:
    /// see Note [Sweeping beside the program].
    /// </summary>
    /// <param name="heap">The heap.</param>
    /// <param name="removesSlots">Whether gaps may have recorded slots: in a full collection's pause.</param>
    /// <param name="turn">The host.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    /// <returns>Whether the page is done.</returns>
    public bool Step<TTurn>(SharedHeap heap, bool removesSlots, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var end = heap.AreaEnd(Page);
        var live = heap.MarkBits.NextMarked(_cursor, end);
        if (live > _cursor)
        {
            if (removesSlots)
            {
                heap.OldToNew.RemoveRange(_cursor, live);
                heap.OldToOld.RemoveRange(_cursor, live);
                heap.InvalidatedToNew.RemoveRange(_cursor, live);
                heap.InvalidatedToOld.RemoveRange(_cursor, live);
            }

            heap.FreeList.Add(0, _cursor, live - _cursor);
        }

        var start = live;
        while (live < end && heap.MarkBits.IsMarkedOwned(live))
        {
            live += ObjectHeader.SizeBytes(heap.Owned(live), heap.Owned(live + sizeof(long)));
        }

        _cursor = live;
        _liveBytes += live - start;
        turn.Pay(Work.SweepByte, live - start);
        if (_cursor < end)
        {
            return false;
        }

        heap.MarkBits.Clear(Page, Page + heap.Geometry.PageBytes);
        heap.Page(Page).AllocatedBytes = _liveBytes;
        turn.Pay(Work.SweepPage, 1);
        if (_zaps)
        {
            Zap.Gaps(heap, Page);
        }

        return true;
    }
}
