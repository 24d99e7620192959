using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Scavenging;

/// <content>Remembered slots where they are a list: one scavenger is at work, and all of it is its own. See Note [Store buffer].</content>
public partial struct Scavenger
{
    /// <summary>Remembered slots first: those of the store buffer, or pages with slots.</summary>
    private void BeginItems(SharedHeap heap)
    {
        _state = ScavengerState.TakeItem;
        if (heap.HasStoreBuffer)
        {
            (_entry, _entries) = (0, heap.StoreBuffer.BeginVisit());
            (_source, _state) = (SlotSource.StoreBuffer, ScavengerState.NextSlot);
        }
    }

    /// <summary>Goes on to the next entry whose slot points into from-space. A duplicate does not: its slot was rewritten.</summary>
    private void NextEntry<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var first = _entry;
        while (_entry < _entries)
        {
            _slot = heap.StoreBuffer.Entry(_entry++);
            var word = heap.Owned(_slot);
            if (Tagged.IsPointer(word) && (heap.Flags(word) & PageFlags.From) != PageFlags.None)
            {
                (_object, _state) = (Tagged.Address(word), ScavengerState.ReadHeader);
                turn.Pay(Work.VisitSlot, _entry - first);
                return;
            }
        }

        turn.Pay(Work.VisitSlot, _entry - first);
        _state = ScavengerState.TakeItem;
    }

    /// <summary>An item is a page that is exempt, or one that has recorded slots only.</summary>
    private void OpenExemptPage(SharedHeap heap)
    {
        if (!heap.OldToNew.HasSlots(_page))
        {
            _state = ScavengerState.TakeItem;
            return;
        }

        heap.StoreBuffer.BeginPage(_page);
        _scan.Begin(heap, _page);
        (_source, _recordsOldSlots, _state) = (SlotSource.ExemptPage, false, ScavengerState.NextOnPage);
    }

    private void NextOnPage(SharedHeap heap)
    {
        if (_scan.TryNext(heap, _own.Pointers(heap), out _cursor, out _end))
        {
            _state = ScavengerState.NextSlot;
        }
        else
        {
            heap.StoreBuffer.EndPage();
            _state = ScavengerState.TakeItem;
        }
    }

    private readonly void KeepEntry(SharedHeap heap, bool staysYoung)
    {
        if (staysYoung)
        {
            heap.StoreBuffer.Keep(_slot);
        }
    }
}
