using System.Numerics;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Scavenging;

/// <content>Where the slots come from: roots, remembered slots, fields of moved objects.</content>
public partial struct Scavenger
{
    private void NextSlot<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        switch (_source)
        {
            case SlotSource.Page:
                NextRememberedSlot(heap, ref turn);
                break;
            case SlotSource.Roots:
                NextRoot(heap, ref turn);
                break;
            case SlotSource.StoreBuffer:
                NextEntry(heap, ref turn);
                break;
            default:
                NextPointer(heap, ref turn);
                break;
        }
    }

    /// <summary>Moves the cursor behind the next pointer into from-space, or that must be recorded. The words are the worker's own.</summary>
    private void NextPointer<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var start = _cursor;
        while (_cursor < _end)
        {
            var word = heap.Owned(_cursor);
            _cursor += sizeof(long);
            if (!Tagged.IsPointer(word))
            {
                continue;
            }

            var isFrom = (heap.Flags(word) & PageFlags.From) != PageFlags.None;
            if (isFrom || (_recordsOldSlots && IsCandidate(heap, word)))
            {
                _slot = _cursor - sizeof(long);
                _object = Tagged.Address(word);
                _state = isFrom ? ScavengerState.ReadHeader : ScavengerState.AnnounceOldBucket;
                turn.Pay(Work.ScanWord, (_cursor - start) >> 3);
                return;
            }
        }

        turn.Pay(Work.ScanWord, (_cursor - start) >> 3);
        _state = _source == SlotSource.ExemptPage ? ScavengerState.NextOnPage : ScavengerState.Drain;
    }

    /// <summary>
    /// From the last root to the first: of a stack the newest frame first, as in V8, since the order of copying decides
    /// where large objects cut the copy buffers.
    /// </summary>
    private void NextRoot<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var visited = 0;
        while (true)
        {
            while (_cursor > _end)
            {
                _cursor -= sizeof(long);
                visited++;
                var word = heap.Owned(_cursor);
                if (Tagged.IsPointer(word) && (heap.Flags(word) & PageFlags.From) != PageFlags.None)
                {
                    (_slot, _object, _state) = (_cursor, Tagged.Address(word), ScavengerState.ReadHeader);
                    turn.Pay(Work.ScanWord, visited);
                    return;
                }
            }

            if (--_range < 0)
            {
                _state = ScavengerState.Idle;
                turn.Pay(Work.ScanWord, visited);
                turn.Send(_collector, new CollectorMessage(CollectorVerb.RootsVisited, _epoch, _number));
                return;
            }

            _end = heap.Roots.Start(_range);
            _cursor = _end + (heap.Roots.Words(_range) * sizeof(long));
        }
    }

    private void TakeItem(SharedHeap heap)
    {
        ref var cycle = ref Cycle(heap);
        var item = heap.FetchAdd(_cycle + CycleWords.NextItemOffset, 1);
        if (item >= cycle.ItemCount)
        {
            _state = ScavengerState.Drain;
            return;
        }

        _page = heap.Owned(cycle.Items + (item * sizeof(long)));
        if (heap.HasStoreBuffer)
        {
            OpenExemptPage(heap);
            return;
        }

        _source = SlotSource.Page;
        _state = ScavengerState.OpenPage;
    }

    /// <summary>
    /// Buckets that other workers announce later hold slots of objects that they promoted: those are up to date already.
    /// </summary>
    private void OpenPage(SharedHeap heap)
    {
        _buckets = (ulong)heap.LoadRelaxed(heap.OldToNew.BucketsAddress(_page));
        OpenBucket(heap);
    }

    private void OpenBucket(SharedHeap heap)
    {
        if (_buckets == 0)
        {
            _state = ScavengerState.TakeItem;
            return;
        }

        _cursor = _page + ((long)BitOperations.TrailingZeroCount(_buckets) * heap.Geometry.BucketBytes);
        _end = _cursor + heap.Geometry.BucketBytes;
        _buckets &= _buckets - 1;
        _state = ScavengerState.LoadSlots;
    }

    private void LoadSlots(SharedHeap heap)
    {
        _bits = (ulong)heap.LoadRelaxed(heap.OldToNew.Cell(_cursor)) & SlotSet.CellMask(_cursor, _end);
        _removed = 0;
        _state = ScavengerState.NextSlot;
    }

    private void NextRememberedSlot<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var cellStart = _cursor & -SlotSet.CellBytes;
        while (_bits != 0)
        {
            _slot = cellStart + ((long)BitOperations.TrailingZeroCount(_bits) << 3);
            _bits &= _bits - 1;
            turn.Pay(Work.VisitSlot, 1);
            var word = heap.Owned(_slot);
            var flags = Tagged.IsPointer(word) ? heap.Flags(word) : PageFlags.None;
            if ((flags & PageFlags.From) != PageFlags.None)
            {
                _object = Tagged.Address(word);
                _state = ScavengerState.ReadHeader;
                return;
            }

            _removed |= (flags & PageFlags.Young) == PageFlags.None ? BitOf(_slot) : 0;
        }

        _state = _removed != 0 ? ScavengerState.RemoveSlots : NextCell(heap);
    }

    private void RemoveSlots(SharedHeap heap)
    {
        heap.And(heap.OldToNew.Cell(_cursor), (long)~_removed);
        _state = NextCell(heap);
    }

    private ScavengerState NextCell(SharedHeap heap)
    {
        _cursor = (_cursor & -SlotSet.CellBytes) + SlotSet.CellBytes;
        if (_cursor < _end)
        {
            return ScavengerState.LoadSlots;
        }

        OpenBucket(heap);
        return _state;
    }

    /// <summary>The slot's object is at its new place: rewrites the slot, remembers or forgets it.</summary>
    private void FinishSlot(SharedHeap heap, long target)
    {
        heap.Owned(_slot) = Tagged.FromAddress(target);
        _state = ScavengerState.NextSlot;
        if (_source is SlotSource.Roots or SlotSource.CopiedObject)
        {
            return;
        }

        var staysYoung = (heap.Flags(target) & (PageFlags.To | PageFlags.Large)) == PageFlags.To;
        if (heap.HasStoreBuffer)
        {
            KeepEntry(heap, staysYoung);
        }
        else if (_source == SlotSource.Page)
        {
            _removed |= staysYoung ? 0 : BitOf(_slot);
        }
        else if (staysYoung)
        {
            _state = ScavengerState.AnnounceBucket;
        }
    }

    /// <summary>The bucket first: whoever walks the page later must not miss the bit.</summary>
    private void AnnounceBucket(SharedHeap heap)
    {
        heap.OldToNew.AnnounceBucket(_slot);
        _state = ScavengerState.InsertSlot;
    }

    private void InsertSlot(SharedHeap heap)
    {
        heap.OldToNew.Insert(_slot);
        _state = ScavengerState.NextSlot;
    }

    private static ulong BitOf(long slot) => 1UL << (int)(slot >> 3);
}
