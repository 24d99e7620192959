using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Heap.Sweeping;

/// <summary>
/// Pages to be swept and pages that were swept, by space. Owner: who holds the lock; the collector while nobody sweeps.
/// A page changes hands here: who takes it from a list owns its header, marks and gaps until it puts it into the next one.
/// </summary>
/// <remarks>Source: V8 11.3, heap/sweeper.h and sweeper.cc (sweeping_list_, swept_list_, FilterSweepingPagesScope).</remarks>
/// <param name="heap">The heap.</param>
public sealed class SweepLists(SharedHeap heap)
{
    /// <summary>Byte offset of the lock word, <see cref="SweepListsState.Lock"/>. Shared.</summary>
    public long LockAddress { get; } = HeapControl.OffsetOf(nameof(HeapControl.Sweeping)); // its first word

    /// <summary>Its words.</summary>
    public ref SweepListsState State => ref heap.Control.Sweeping;

    /// <summary>Whether a full collection's sweeping was not completed yet. Changes only while the mutators stand.</summary>
    public bool IsUnderWay => State.IsUnderWay != 0;

    /// <summary>Puts a page first in the list of those to be swept.</summary>
    /// <param name="page">A page whose state is pending.</param>
    public void Add(long page)
    {
        Checks.DCheckEq(heap.Page(page).SweepState, (long)SweepState.Pending);
        ref var lists = ref ListsOf(heap.Page(page).Space);
        heap.Page(page).NextToSweep = lists.Next;
        lists.Next = page;
    }

    /// <summary>
    /// Takes the next page to be swept. A scavenge puts back all that was there when it began, so a page may have been
    /// swept before; as in V8, that uses up the attempt.
    /// </summary>
    /// <param name="space">Its space.</param>
    /// <param name="isPending">Whether the page is to be swept: then it is the caller's.</param>
    /// <returns>Its address; zero: there is none.</returns>
    public long Take(SpaceId space, out bool isPending)
    {
        ref var lists = ref ListsOf((long)space);
        while (lists.Next != 0 && IsHeldBack(lists.Next))
        {
            lists.Next = heap.Page(lists.Next).NextToSweep;
        }

        var page = lists.Next;
        isPending = false;
        if (page != 0)
        {
            ref var header = ref heap.Page(page);
            lists.Next = header.NextToSweep;
            isPending = header.SweepState == (long)SweepState.Pending;
            header.SweepState = isPending ? (long)SweepState.InProgress : header.SweepState;
        }

        return page;
    }

    /// <summary>Puts a page into the list of swept ones.</summary>
    /// <param name="page">A page that the caller has swept.</param>
    public void AddSwept(long page)
    {
        ref var header = ref heap.Page(page);
        Checks.DCheckEq(header.SweepState, (long)SweepState.InProgress);
        ref var lists = ref ListsOf(header.Space);
        (header.NextSwept, lists.Swept) = (lists.Swept, page);
        header.SweepState = (long)SweepState.Swept;
    }

    /// <summary>Takes a swept page, which the caller must link.</summary>
    /// <param name="space">Its space.</param>
    /// <returns>Its address; zero: there is none.</returns>
    public long TakeSwept(SpaceId space)
    {
        ref var lists = ref ListsOf((long)space);
        var page = lists.Swept;
        if (page != 0)
        {
            ref var header = ref heap.Page(page);
            (lists.Swept, header.NextSwept) = (header.NextSwept, 0);
            header.SweepState = (long)SweepState.Done;
        }

        return page;
    }

    /// <summary>How many pages a space's list of those to be swept has, swept ones that were put back included.</summary>
    /// <param name="space">The space.</param>
    public int Count(SpaceId space)
    {
        var count = 0;
        for (var page = ListsOf((long)space).Next; page != 0; page = heap.Page(page).NextToSweep)
        {
            count++;
        }

        return count;
    }

    /// <summary>
    /// A scavenge begins: pages of old space with remembered slots are not swept meanwhile, so that the slots of a page
    /// belong to the scavenger that takes it.
    /// </summary>
    public void HoldBackPagesWithSlots()
    {
        ref var old = ref State.Old;
        old.NextBeforeScavenge = old.Next;
        for (var page = old.Next; page != 0; page = heap.Page(page).NextToSweep)
        {
            heap.Page(page).Flags |= heap.OldToNew.HasSlots(page) ? (long)PageFlags.HeldBack : 0;
        }
    }

    /// <summary>The scavenge has visited all slots: the list is again what it was when it began.</summary>
    public void PutBack()
    {
        ref var old = ref State.Old;
        old.Next = old.NextBeforeScavenge;
        for (var page = old.Next; page != 0; page = heap.Page(page).NextToSweep)
        {
            heap.Page(page).Flags &= ~(long)PageFlags.HeldBack;
        }
    }

    /// <summary>The lists of a space, for their owner.</summary>
    /// <param name="space">One of <see cref="SharedHeap.OldSpaces"/>.</param>
    internal ref SpaceSweepLists ListsOf(long space)
    {
        switch ((SpaceId)space)
        {
            case SpaceId.Code: return ref State.Code;
            case SpaceId.OldData: return ref State.OldData;
            case SpaceId.Map: return ref State.Map;
            case SpaceId.Cell: return ref State.Cell;
            case SpaceId.PropertyCell: return ref State.PropertyCell;
            default: return ref State.Old;
        }
    }

    private bool IsHeldBack(long page) => (heap.Flags(page) & PageFlags.HeldBack) != PageFlags.None;
}
