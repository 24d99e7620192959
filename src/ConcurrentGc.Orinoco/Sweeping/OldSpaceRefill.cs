using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Sweeping;

// Note [Where a worker finds room].
//
// A worker that moves objects to old space fills a space of its own, V8's compaction space. When its free blocks are used
// up, in V8's order and with one page at most of a kind:
//
//   1. pages that were swept already, up to some bytes of free blocks
//   2. a page that it sweeps itself, the one with the least live bytes
//   3. a page of old space that has a block
//   4. a fresh page
//
// 1 and 2 while sweeping is under way only. The limit of the old generation is looked at after the collection: in the
// middle of one there is no way back.
//
// A program that allocates in old space itself fills the space's own area, in the same order: blocks of old space come
// first, and instead of 3 it may add a page only while the limits allow it; if not, it sweeps all pages that are left
// before it gives up and asks for a collection. Beside the program nobody else reaches the blocks of old space.
// Source: V8 11.3, heap/paged-spaces.cc (RawRefillLabMain, RefillFreeList, ContributeToSweepingMain, RemovePageSafe).

/// <summary>
/// Gets room for a space of a worker's own, step by step: in old space, or in that of the others which it is merged into; or
/// for a program, in old space itself. Owner: who asks.
/// </summary>
/// <param name="number">Number of the worker, from zero; a program has zero, too: both run on the main thread.</param>
/// <param name="removesSlots">Whether gaps of a page that it sweeps may have recorded slots.</param>
/// <param name="zaps">Whether gaps are overwritten.</param>
/// <param name="isProgram">Whether a program asks.</param>
public struct OldSpaceRefill(int number, bool removesSlots, bool zaps, bool isProgram = false)
{
    private const long WantedBytes = 500 * 1024;

    private readonly int _number = number;
    private readonly bool _removesSlots = removesSlots;
    private PageSweeper _sweep = new(zaps);
    private long _own;
    private SpaceId _space;
    private long _bytes;
    private long _page;
    private bool _isPending;
    private long _added;
    private bool _hasSwept;

    /// <summary>What it does next, or what came out.</summary>
    public RefillState State { get; private set; }

    /// <summary>Begins: the worker's own space has no block that is large enough.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="own">Byte offset of that space's words.</param>
    /// <param name="bytes">The size wanted.</param>
    /// <remarks>A program's begins with the blocks of old space, so there may be nothing left to do.</remarks>
    public void Begin(SharedHeap heap, long own, long bytes)
    {
        (_own, _space) = (own, (SpaceId)new PagedSpace(heap, own).State.Id);
        (_bytes, _added, _hasSwept) = (bytes, 0, false);
        State = isProgram && heap.Old.TryRefill(bytes, AllocationOrigin.Mutator) ? RefillState.Found
            : heap.Sweeping.IsUnderWay ? RefillState.TakeSwept : RefillState.TakePage;
    }

    /// <summary>Goes one step.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="turn">The host.</param>
    /// <param name="waits">Somebody holds the lock: the slice must end so that its holder can go on.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    /// <returns>Found or Failed at the end.</returns>
    public RefillState Step<TTurn>(SharedHeap heap, ref TTurn turn, out bool waits)
        where TTurn : struct, ITurn, allows ref struct
    {
        waits = TakesLock(State) && !heap.TryLock(LockAddress(heap), _number);
        if (waits)
        {
            turn.Pay(Work.LockWait, 1);
            return State;
        }

        State = State switch
        {
            RefillState.TakeSwept => TakeSwept(heap),
            RefillState.TookSwept => Unlock(heap, _page != 0 ? RefillState.LinkSwept : TryOwnBlocks(heap)),
            RefillState.LinkSwept => LinkSwept(heap),
            RefillState.LinkedSwept => Unlock(heap, _added > WantedBytes ? TryOwnBlocks(heap) : RefillState.TakeSwept),
            RefillState.TakePending => TakePending(heap),
            RefillState.TookPending => Unlock(heap, _isPending ? BeginSweep(heap, ref turn) : RefillState.TakeSwept),
            RefillState.SweepGap => SweepGap(heap, ref turn),
            RefillState.AddSwept => AddSwept(heap),
            RefillState.AddedSwept => Unlock(heap, RefillState.TakeSwept),
            RefillState.TakePage => TakePage(heap),
            _ => Unlock(heap, _page != 0 ? RefillState.Found : RefillState.Failed),
        };
        return State;
    }

    private static bool TakesLock(RefillState state) => state is RefillState.TakeSwept or RefillState.LinkSwept
        or RefillState.TakePending or RefillState.AddSwept or RefillState.TakePage;

    private readonly long LockAddress(SharedHeap heap) =>
        State is RefillState.LinkSwept or RefillState.LinkedSwept or RefillState.TakePage or RefillState.TookPage
            ? heap.Old.LockAddress
            : heap.Sweeping.LockAddress;

    private readonly RefillState Unlock(SharedHeap heap, RefillState next)
    {
        heap.Unlock(LockAddress(heap));
        return next;
    }

    /// <summary>Nobody else reaches the space now: no lock is needed.</summary>
    private readonly RefillState TryOwnBlocks(SharedHeap heap) =>
        new PagedSpace(heap, _own).TryRefill(_bytes, isProgram ? AllocationOrigin.Mutator : AllocationOrigin.Collector) ? RefillState.Found
            : _hasSwept ? RefillState.TakePage : RefillState.TakePending;

    private RefillState TakeSwept(SharedHeap heap)
    {
        _page = heap.Sweeping.TakeSwept(_space);
        return RefillState.TookSwept;
    }

    private RefillState LinkSwept(SharedHeap heap)
    {
        if (isProgram)
        {
            heap.Old.LinkSwept(_page);
        }
        else
        {
            new PagedSpace(heap, _own).TakeSwept(heap.OldSpace(_space), _page);
        }

        _added += heap.Page(_page).FreeBytes + heap.Page(_page).WastedBytes;
        return RefillState.LinkedSwept;
    }

    private RefillState TakePending(SharedHeap heap)
    {
        (_page, _added) = (heap.Sweeping.Take(_space, out _isPending), 0);
        _hasSwept = _page == 0 || !isProgram || MayAddPage(heap);
        return RefillState.TookPending;
    }

    private RefillState BeginSweep<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        HelperPhase.Note(ref turn, _number, EventKind.PhaseBegin, heap.Sweeping.State.Epoch, CollectionPhase.Sweep);
        _sweep.Begin(heap, _page);
        return RefillState.SweepGap;
    }

    private RefillState SweepGap<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!_sweep.Step(heap, _removesSlots, ref turn))
        {
            return RefillState.SweepGap;
        }

        HelperPhase.Note(ref turn, _number, EventKind.PhaseEnd, heap.Sweeping.State.Epoch, CollectionPhase.Sweep);
        return RefillState.AddSwept;
    }

    private readonly RefillState AddSwept(SharedHeap heap)
    {
        heap.Sweeping.AddSwept(_page);
        return RefillState.AddedSwept;
    }

    private static bool MayAddPage(SharedHeap heap)
    {
        ref var allowed = ref heap.Control.OldAllocation;
        return heap.OldObjectBytes <= allowed.ExpansionLimitBytes
            && heap.OldCommittedBytes + heap.Geometry.PageBytes <= allowed.MaximumBytes;
    }

    private RefillState TakePage(SharedHeap heap) => isProgram ? AddPage(heap) : TakePageOfOldSpace(heap);

    private RefillState AddPage(SharedHeap heap)
    {
        _page = MayAddPage(heap) && heap.Old.TryAddFreshPage() && heap.Old.TryRefill(_bytes, AllocationOrigin.Mutator)
            ? heap.Old.State.Pages.Last : 0;
        return RefillState.TookPage;
    }

    private RefillState TakePageOfOldSpace(SharedHeap heap)
    {
        var (own, space) = (new PagedSpace(heap, _own), heap.OldSpace(_space));
        _page = heap.FreeList.PageWith(space.State.Categories, _bytes);
        var area = space.State.Area;
        var isOpen = area.Limit != 0 && heap.PageOf(area.Start) == _page; // its area stays the mutator's
        if (_page != 0 && !isOpen)
        {
            own.TakePage(space, _page);
            if (own.TryRefill(_bytes, AllocationOrigin.Collector))
            {
                return RefillState.TookPage;
            }
        }

        _page = own.TryAddFreshPage() ? own.State.Pages.Last : 0;
        return RefillState.TookPage;
    }
}
