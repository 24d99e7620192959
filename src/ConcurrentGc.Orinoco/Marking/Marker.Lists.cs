using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>The lists of grey objects, and what is done under their locks.</content>
public partial struct Marker
{
    private readonly Worklist Grey(SharedHeap heap) => new(heap, Cycle(heap).Grey);

    private readonly Worklist Held(SharedHeap heap) => new(heap, Cycle(heap).Held);

    private readonly Worklist Weak(SharedHeap heap) => new(heap, Cycle(heap).Weak);

    /// <summary>Pushes a grey object; a full segment is published before the marker goes on.</summary>
    private void Push(SharedHeap heap, long address, MarkerState resume)
    {
        _state = resume;
        _grey.Push(heap, address);
        if (_grey.IsFull(heap))
        {
            Enter(GreySection.Publish, resume);
        }
    }

    private void Enter(GreySection section, MarkerState resume) =>
        (_section, _resume, _state) = (section, resume, MarkerState.Lock);

    private void LookForWork(SharedHeap heap)
    {
        var isPublished = heap.LoadRelaxed(Grey(heap).SegmentsAddress) > 0;
        if (isPublished)
        {
            Enter(GreySection.Steal, AfterSteal());
        }
        else if (_taken != 0)
        {
            Adopt(heap);
        }
        else
        {
            _state = _mode is MarkingMode.InPause or MarkingMode.FollowingKeys ? AfterLastObjectInPause() : AfterLastObject();
        }
    }

    private MarkerState AfterLastObjectInPause()
    {
        if (!_weak.HasPushed)
        {
            return MarkerState.Dry;
        }

        Enter(GreySection.PublishWeak, MarkerState.LookForWork);
        return MarkerState.Lock;
    }

    private readonly MarkerState AfterSteal() =>
        _mode == MarkingMode.InPause ? MarkerState.LoadField : MarkerState.NextObject;

    /// <summary>Takes over a segment that a mutator sent. The empty one in exchange is given back under the next lock.</summary>
    private void Adopt(SharedHeap heap)
    {
        var segment = _taken;
        _taken = heap.Owned(segment);
        var empty = _grey.Adopt(segment, Grey(heap).CountOf(segment));
        heap.Owned(empty) = _emptied;
        _emptied = empty;
        _state = AfterSteal();
    }

    private readonly Worklist Guarded(SharedHeap heap) => _section switch
    {
        GreySection.PublishHeld or GreySection.TakeHeld => Held(heap),
        GreySection.PublishWeak => Weak(heap),
        _ => Grey(heap),
    };

    /// <summary>Takes the lock and does what it guards.</summary>
    /// <returns>False: somebody else holds the lock; the slice ends so that its holder can go on.</returns>
    private bool TryLock<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var list = Guarded(heap);
        if (!heap.TryLock(list.LockAddress, _number))
        {
            turn.Pay(Work.LockWait, 1);
            return false;
        }

        _state = MarkerState.Unlock;
        switch (_section)
        {
            case GreySection.Publish: _grey.Publish(list); break;
            case GreySection.Steal: _grey.TrySteal(list); break;
            case GreySection.PublishAll: PublishAll(heap, list); break;
            case GreySection.PublishHeld: _held.Publish(list); break;
            case GreySection.PublishWeak: _weak.Publish(list); break;
            case GreySection.TakeHeld: _wereHeld = list.TakeAll(); break;
            default: AppendHeld(heap, list); break;
        }

        while (_emptied != 0 && _section is not (GreySection.PublishHeld or GreySection.TakeHeld or GreySection.PublishWeak))
        {
            var empty = _emptied;
            _emptied = heap.Owned(empty);
            list.Return(empty);
        }

        return true;
    }

    private void Unlock<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        heap.Unlock(Guarded(heap).LockAddress);
        _state = _resume;
        if (_section is GreySection.Publish or GreySection.AppendHeld && !_alone)
        {
            turn.Send(_collector, new CollectorMessage(CollectorVerb.Published, _epoch, _number));
        }
    }

    /// <summary>The mutators stand, so what was on hold is initialized.</summary>
    private void PublishAll(SharedHeap heap, Worklist list)
    {
        _grey.PublishAll(list);
        _held.PublishAll(list);
        while (_taken != 0)
        {
            var segment = _taken;
            _taken = heap.Owned(segment);
            list.Append(segment);
        }
    }

    private void AppendHeld(SharedHeap heap, Worklist list)
    {
        while (_wereHeld != 0)
        {
            var segment = _wereHeld;
            _wereHeld = heap.Owned(segment);
            list.Append(segment);
        }
    }
}
