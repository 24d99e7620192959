using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Compacting;

/// <content>The second phase: pointers are rewritten. See Note [Evacuate, then update].</content>
public partial struct Compactor
{
    private static void Update(SharedHeap heap, long slot)
    {
        ref var word = ref heap.Owned(slot);
        if (!Tagged.IsPointer(word) || (heap.Flags(word) & Moving) == PageFlags.None)
        {
            return;
        }

        var header = heap.Owned(Tagged.Address(word));
        if (ObjectHeader.IsForwarded(header))
        {
            word = header; // a forwarding header is the tagged new address
        }
    }

    private void UpdateRoots<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var range = 0; range < heap.Roots.Count; range++)
        {
            var start = heap.Roots.Start(range);
            var words = heap.Roots.Words(range);
            for (var i = 0L; i < words; i++)
            {
                Update(heap, start + (i * sizeof(long)));
            }

            turn.Pay(Work.UpdateSlot, words);
        }

        Answer(ref turn);
    }

    private void TakeSlots<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (TryTakeItem(heap))
        {
            _state = CompactorState.UpdateSlots;
        }
        else
        {
            Answer(ref turn);
        }
    }

    private void UpdateSlots<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (heap.HasStoreBuffer)
        {
            UpdateExemptPage(heap, ref turn);
        }
        else
        {
            UpdateSet(heap, heap.OldToNew, ref turn);
        }

        UpdateSet(heap, heap.OldToOld, ref turn);
        _state = CompactorState.TakeSlots;
    }

    /// <summary>The slots of the store buffer: one compactor rewrites them. See Note [Store buffer].</summary>
    private void UpdateEntries<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var count = heap.StoreBuffer.State.KeptCount;
        for (var i = 0L; i < count; i++)
        {
            Update(heap, heap.StoreBuffer.Entry(i));
        }

        turn.Pay(Work.UpdateSlot, count);
        heap.StoreBuffer.Clear();
        _state = CompactorState.TakeSlots;
    }

    private readonly void UpdateExemptPage<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!heap.OldToNew.HasSlots(_page))
        {
            return;
        }

        var words = 0L;
        heap.StoreBuffer.State.Scanned++;
        var scan = default(PageScan);
        scan.Begin(heap, _page);
        while (scan.TryNext(heap, heap.Old, out var first, out var last))
        {
            for (var slot = first; slot < last; slot += sizeof(long))
            {
                Update(heap, slot);
            }

            words += (last - first) >> 3;
        }

        turn.Pay(Work.ScanWord, words);
        heap.OldToNew.ClearPage(_page);
    }

    private readonly void UpdateSet<TTurn>(SharedHeap heap, SlotSet set, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var end = _page + heap.Geometry.PageBytes;
        var count = 0L;
        for (var slot = set.Next(_page, end); slot < end; slot = set.Next(slot + sizeof(long), end))
        {
            Update(heap, slot);
            count++;
        }

        turn.Pay(Work.UpdateSlot, count);
        set.ClearPage(_page);
    }
}
