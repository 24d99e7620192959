using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Orinoco.Scavenging;

/// <content>One object: read its header, reserve, copy and claim. See Note [Copy, then claim].</content>
public partial struct Scavenger
{
    /// <summary>Enough for most objects; of a large array the headers would be gone again when they are read.</summary>
    private const int WordsFetchedAhead = 8;

    private void ReadHeader<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _header = heap.LoadAcquire(_object);
        if (ObjectHeader.IsForwarded(_header))
        {
            FinishSlot(heap, Tagged.Address(_header));
            if (_state == ScavengerState.NextSlot)
            {
                NextSlot(heap, ref turn);
            }

            return;
        }

        _bytes = ObjectHeader.SizeBytes(_header, heap.Owned(_object + sizeof(long)));
        if ((heap.Flags(_object) & PageFlags.Large) != PageFlags.None)
        {
            _state = ScavengerState.ClaimLarge;
            return;
        }

        _promoting = heap.New.IsBelowAgeMark(_object);
        (_copyFailed, _promotionFailed) = (false, false);
        Reserve(heap);
    }

    /// <summary>Finds room, in the order of V8: as the age says, else the other way; neither is fatal.</summary>
    private void Reserve(SharedHeap heap)
    {
        _state = _claim;
        if (_promoting)
        {
            ReservePromotion(heap);
        }
        else if (_bytes > heap.Geometry.MaximumBufferedObjectBytes)
        {
            Enter(GuardedSection.ReserveCopy, _claim);
        }
        else if (!_buffer.TryAllocate(_bytes, out _target))
        {
            if (_buffersExhausted)
            {
                FailCopy(heap);
            }
            else
            {
                Enter(GuardedSection.RefillBuffer, ScavengerState.Reserve);
            }
        }
    }

    /// <summary>In a space of the worker's own; see Note [Where a worker finds room] for what follows when it has none.</summary>
    private void ReservePromotion(SharedHeap heap)
    {
        var own = _own.WordsFor(_header);
        if (!new PagedSpace(heap, own).TryAllocateOnItsPages(_bytes, AllocationOrigin.Collector, out _target))
        {
            _refill.Begin(heap, own, _bytes);
            _state = ScavengerState.Refill;
        }
    }

    /// <summary>Goes a step towards room in old space.</summary>
    /// <returns>False: somebody else holds a lock; the slice ends so that its holder can go on.</returns>
    private bool TryRefill<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        switch (_refill.Step(heap, ref turn, out var waits))
        {
            case RefillState.Found: _state = ScavengerState.Reserve; break;
            case RefillState.Failed: FailPromotion(heap); break;
            default: break;
        }

        return !waits;
    }

    private void FailCopy(SharedHeap heap)
    {
        (_copyFailed, _promoting) = (true, true);
        GoOnUnlessBothFailed(heap);
    }

    private void FailPromotion(SharedHeap heap)
    {
        (_promotionFailed, _promoting) = (true, false);
        GoOnUnlessBothFailed(heap);
    }

    /// <summary>Without room anywhere the object stays where it is; the collector ends the run.</summary>
    private void GoOnUnlessBothFailed(SharedHeap heap)
    {
        _state = ScavengerState.Reserve;
        if (_copyFailed && _promotionFailed)
        {
            Words(heap).OutOfRoom = _bytes;
            _state = ScavengerState.NextSlot;
        }
    }

    private void Claim<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        heap.CopyOwned(_object + sizeof(long), _target + sizeof(long), _bytes - sizeof(long));
        heap.Owned(_target) = _header;
        var found = heap.CompareExchange(_object, _header, Tagged.FromAddress(_target));
        if (found != _header)
        {
            GiveBack(heap);
            FinishSlot(heap, Tagged.Address(found));
            return;
        }

        CountMove(heap, ref turn);
    }

    /// <summary><see cref="Defects.Defect.ClaimedTwice"/>: the copy of a worker that was faster is forgotten.</summary>
    private void ClaimAnyway<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        heap.CopyOwned(_object + sizeof(long), _target + sizeof(long), _bytes - sizeof(long));
        heap.Owned(_target) = _header;
        heap.StoreRelease(_object, Tagged.FromAddress(_target));
        CountMove(heap, ref turn);
    }

    private void CountMove<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        ref var words = ref Words(heap);
        if (_promoting)
        {
            words.PromotedBytes += _bytes;
            words.PromotedObjects++;
            turn.Pay(Work.PromoteObject, 1);
            turn.Pay(Work.PromoteByte, _bytes);
        }
        else
        {
            words.CopiedBytes += _bytes;
            words.CopiedObjects++;
            turn.Pay(Work.CopyObject, 1);
            turn.Pay(Work.CopyByte, _bytes);
        }

        AfterMove(heap);
        if (_state == ScavengerState.NextSlot)
        {
            FinishMove(heap, ref turn);
        }
    }

    private void FinishMove<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var moved = _target;
        FinishSlot(heap, moved);
        if (ObjectHeader.HasTaggedWords(_header))
        {
            FetchAhead(heap, moved);
            Push(heap, moved);
        }

        if (_state == ScavengerState.NextSlot)
        {
            NextSlot(heap, ref turn);
        }
    }

    /// <summary>Scanning the copy reads the headers of what it points to; while other slots are looked at, they come near.</summary>
    private readonly void FetchAhead(SharedHeap heap, long moved)
    {
        var end = moved + Math.Min(_bytes, WordsFetchedAhead * sizeof(long));
        for (var slot = moved + sizeof(long); slot < end; slot += sizeof(long))
        {
            var word = heap.Owned(slot);
            if (Tagged.IsPointer(word))
            {
                heap.Prefetch(word);
            }
        }
    }

    /// <summary>The loser gives its room back: the bump is undone, or the room becomes a filler when it came from no buffer.</summary>
    private void GiveBack(SharedHeap heap)
    {
        if (_promoting)
        {
            Undo(heap, ref new PagedSpace(heap, _own.WordsFor(_header)).State.Area, _target, _bytes);
        }
        else if (_bytes > heap.Geometry.MaximumBufferedObjectBytes)
        {
            heap.FreeList.Fill(_target, _bytes); // it came from no buffer, even where one begins behind it
        }
        else
        {
            Undo(heap, ref _buffer, _target, _bytes);
        }
    }

    private static void Undo(SharedHeap heap, ref AllocationArea area, long target, long bytes)
    {
        if (area.Top == target + bytes)
        {
            area.Top = target;
        }
        else
        {
            heap.FreeList.Fill(target, bytes);
        }
    }

    /// <summary>
    /// A large object keeps its place and is promoted at its first survival: its header forwards to itself until the
    /// collector restores it, and who claimed it scans it.
    /// </summary>
    private void ClaimLarge<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var won = heap.CompareExchange(_object, _header, Tagged.FromAddress(_object)) == _header;
        var claimed = _object;
        FinishSlot(heap, claimed);
        if (!won)
        {
            return;
        }

        heap.Page(claimed).ClaimedHeader = _header;
        ref var words = ref Words(heap);
        words.PromotedBytes += _bytes;
        words.PromotedObjects++;
        turn.Pay(Work.PromoteObject, 1);
        _promoting = true;
        if (ObjectHeader.HasTaggedWords(_header))
        {
            Push(heap, claimed);
        }
    }
}
