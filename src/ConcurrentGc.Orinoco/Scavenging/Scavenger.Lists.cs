using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Scavenging;

/// <content>The lists of objects to scan, and what is done under locks.</content>
public partial struct Scavenger
{
    /// <summary>Notes a moved object to be scanned; a full segment is published first.</summary>
    private void Push(SharedHeap heap, long moved)
    {
        if (_promoting)
        {
            _promoted.Push(heap, moved);
            if (_promoted.IsFull(heap))
            {
                Enter(GuardedSection.PublishPromoted, _state);
            }
        }
        else
        {
            _copied.Push(heap, moved);
            if (_copied.IsFull(heap))
            {
                Enter(GuardedSection.PublishCopied, _state);
            }
        }
    }

    private void Drain(SharedHeap heap)
    {
        var copiedFirst = _promoted.Pushed < heap.Geometry.ScavengerSegmentEntries / 2;
        if (copiedFirst && _copied.TryPop(heap, out var moved))
        {
            Open(heap, moved, heap.Owned(moved), SlotSource.CopiedObject);
        }
        else if (_promoted.TryPop(heap, out moved))
        {
            var isLarge = (heap.Flags(moved) & PageFlags.Large) != PageFlags.None;
            Open(heap, moved, isLarge ? heap.Page(moved).ClaimedHeader : heap.Owned(moved), SlotSource.PromotedObject);
        }
        else
        {
            _state = ScavengerState.LookCopied;
        }
    }

    private void Open(SharedHeap heap, long moved, long header, SlotSource source)
    {
        _source = source;
        _cursor = moved + ObjectHeader.FirstTaggedOffset(header);
        _end = moved + ObjectHeader.SizeBytes(header, heap.Owned(moved + sizeof(long)));
        _state = ScavengerState.NextSlot;
    }

    private void Look(SharedHeap heap, long list, GuardedSection steal, ScavengerState otherwise)
    {
        if (heap.LoadRelaxed(new Worklist(heap, list).SegmentsAddress) > 0)
        {
            Enter(steal, ScavengerState.Drain);
        }
        else
        {
            _state = otherwise;
        }
    }

    private void Enter(GuardedSection section, ScavengerState resume) =>
        (_section, _resume, _state) = (section, resume, ScavengerState.Lock);

    private readonly long LockAddress(SharedHeap heap) => _section switch
    {
        GuardedSection.RefillBuffer or GuardedSection.ReserveCopy => heap.New.LockAddress,
        GuardedSection.PublishCopied or GuardedSection.StealCopied => new Worklist(heap, Cycle(heap).Copied).LockAddress,
        _ => new Worklist(heap, Cycle(heap).Promoted).LockAddress,
    };

    /// <summary>Takes the lock and does what it guards.</summary>
    /// <returns>False: somebody else holds the lock; the slice ends so that its holder can go on.</returns>
    private bool TryLock<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!heap.TryLock(LockAddress(heap), _number))
        {
            turn.Pay(Work.LockWait, 1);
            return false;
        }

        _state = ScavengerState.Unlock;
        switch (_section)
        {
            case GuardedSection.RefillBuffer: RefillBuffer(heap); break;
            case GuardedSection.ReserveCopy: ReserveCopy(heap); break;
            case GuardedSection.PublishCopied: _copied.Publish(new Worklist(heap, Cycle(heap).Copied)); break;
            case GuardedSection.PublishPromoted: _promoted.Publish(new Worklist(heap, Cycle(heap).Promoted)); break;
            case GuardedSection.StealCopied: _copied.TrySteal(new Worklist(heap, Cycle(heap).Copied)); break;
            default: _promoted.TrySteal(new Worklist(heap, Cycle(heap).Promoted)); break;
        }

        return true;
    }

    private void Unlock<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        heap.Unlock(LockAddress(heap));
        _state = _resume;
        if (!_alone && _section is (GuardedSection.PublishCopied or GuardedSection.PublishPromoted))
        {
            turn.Send(_collector, new CollectorMessage(CollectorVerb.Published, _epoch, _number));
        }
    }

    /// <summary>A buffer that follows the last one joins it; else the rest of the last one is filled.</summary>
    private void RefillBuffer(SharedHeap heap)
    {
        var bytes = heap.Geometry.AllocationBufferBytes;
        if (!heap.New.TryAllocate(bytes, out var start))
        {
            _buffersExhausted = true;
            return;
        }

        var follows = _buffer.Limit == start && heap.PageOf(start - 1) == heap.PageOf(start);
        if (!follows)
        {
            heap.FreeList.Fill(_buffer.Top, _buffer.Rest);
            _buffer.Top = start;
        }

        _buffer.Limit = start + bytes;
    }

    private void ReserveCopy(SharedHeap heap)
    {
        if (!heap.New.TryAllocate(_bytes, out _target))
        {
            FailCopy(heap);
            (_resume, _state) = (_state, ScavengerState.Unlock);
        }
    }
}
