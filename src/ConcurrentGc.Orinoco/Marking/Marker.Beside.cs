using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>
/// Beside a running program: an object is looked at in single steps, as its header and length may change meanwhile, and it
/// may be on hold. See Note [Objects on hold].
/// </content>
/// <remarks>Source: V8 11.3, heap/concurrent-marking.cc, heap/marking-visitor-inl.h (progress bar).</remarks>
public partial struct Marker
{
    private const long ReportBytes = 65_536;
    private const int ReportObjects = 1_000;

    /// <summary>Between two objects: here a marker pauses, a step ends, and counts are reported.</summary>
    private void NextObject(SharedHeap heap)
    {
        if (_sharesPage)
        {
            _state = MarkerState.LeavePage;
        }
        else if (_isPausing && _weak.HasPushed)
        {
            Enter(GreySection.PublishWeak, MarkerState.NextObject);
        }
        else if (_isPausing)
        {
            Enter(GreySection.PublishAll, MarkerState.Paused);
        }
        else if (_mode == MarkingMode.InStep && _stepBytes >= _budget)
        {
            _state = MarkerState.LookWhetherToShare;
        }
        else if (_mode == MarkingMode.Concurrent && (_unreported >= ReportBytes || _unreportedObjects >= ReportObjects))
        {
            _state = MarkerState.Report;
        }
        else if (!_grey.TryPop(heap, out _object))
        {
            _state = MarkerState.LookForWork;
        }
        else if (_mode == MarkingMode.FollowingKeys)
        {
            _state = MarkerState.LookUpKey;
        }
        else
        {
            var flags = heap.Flags(_object);
            _state = (flags & PageFlags.Young) == PageFlags.None ? MarkerState.Blacken
                : (flags & PageFlags.Large) != PageFlags.None ? MarkerState.LookAtHeldLarge : MarkerState.LookAtHold;
        }
    }

    private void LookAtHold(SharedHeap heap) =>
        HoldOrScan(heap, heap.New.IsHeldFrom(heap.LoadAcquire(heap.New.HeldStartAddress), _object));

    private void LookAtHeldLarge(SharedHeap heap) =>
        HoldOrScan(heap, heap.LoadAcquire(heap.New.HeldLargeAddress) == _object);

    private void HoldOrScan(SharedHeap heap, bool isHeld)
    {
        _state = isHeld ? MarkerState.NextObject : MarkerState.Blacken;
        if (isHeld)
        {
            _held.Push(heap, _object);
            if (_held.IsFull(heap))
            {
                Enter(GreySection.PublishHeld, MarkerState.NextObject);
            }
        }
    }

    private void BlackenInStep<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!heap.MarkBits.TryBlacken(_object))
        {
            _state = MarkerState.LoadLengthAgain;
            return;
        }

        turn.Pay(Work.MarkObject, 1);
        _unreportedObjects += _mode == MarkingMode.Concurrent ? 1 : 0;
        _state = MarkerState.LoadHeader;
    }

    private void LoadHeader(SharedHeap heap)
    {
        _header = heap.LoadAcquire(_object);
        if (ObjectHeader.IsChangeable(_header) && _mode != MarkingMode.InPause)
        {
            _state = MarkerState.SharePage;
        }
        else if (ObjectHeader.FixedBytes(_header) is var bytes and not 0)
        {
            Open(heap, bytes);
        }
        else
        {
            _state = MarkerState.LoadLength;
        }
    }

    private void LoadLength(SharedHeap heap) =>
        Open(heap, ObjectHeader.SizeBytes(_header, heap.LoadRelaxed(_object + sizeof(long))));

    private void LoadLengthAgain(SharedHeap heap)
    {
        (_cursor, _end) = Rest(heap, _object, heap.LoadRelaxed(_object + sizeof(long)));
        OpenChunk(heap);
    }

    private void Open(SharedHeap heap, long bytes)
    {
        LiveCount.Of(heap, _live, _object) += LiveCount.OfObject(bytes);
        var (first, end) = WeakWords.Strong(_header, bytes);
        Count(bytes - (end - first));
        (_cursor, _end) = (_object + first, _object + end);
        OpenChunk(heap);
        if (ObjectHeader.HasWeakWords(_header))
        {
            RememberWeak(heap);
        }
    }

    /// <summary>Objects with weak words are looked at again when all that is reachable is marked.</summary>
    private void RememberWeak(SharedHeap heap)
    {
        _weak.Push(heap, _object);
        if (_weak.IsFull(heap))
        {
            Enter(GreySection.PublishWeak, MarkerState.LoadField);
        }
    }

    /// <summary>
    /// Of a large array only a part at a time: where it stands is noted in its page, and the object is pushed again, so
    /// that whoever pops it next goes on there.
    /// </summary>
    private void OpenChunk(SharedHeap heap)
    {
        _state = MarkerState.LoadField;
        var chunk = heap.Geometry.MarkingChunkBytes;
        if (_end - _cursor > chunk && (heap.Flags(_object) & PageFlags.Large) != PageFlags.None)
        {
            heap.Page(_object).ScannedBytes = _cursor + chunk - _object;
            _end = _cursor + chunk;
            Push(heap, _object, MarkerState.LoadField);
        }

        Count(_end - _cursor);
    }

    /// <summary>Bytes of a step, or of a helper until it reports them.</summary>
    private void Count(long bytes)
    {
        _stepBytes += bytes;
        _unreported += _mode == MarkingMode.Concurrent ? bytes : 0;
    }

    private void Report(SharedHeap heap)
    {
        _ = heap.FetchAdd(_cycle + CycleWords.MarkedConcurrentlyOffset, _unreported);
        (_unreported, _unreportedObjects) = (0, 0);
        _state = _isRunningDry ? MarkerState.Dry : MarkerState.NextObject;
        _isRunningDry = false;
    }

    /// <summary>Nothing grey is left: objects on hold are handed on, counts reported, then the marker says so.</summary>
    private MarkerState AfterLastObject()
    {
        if (_mode == MarkingMode.InStep)
        {
            return MarkerState.LookForHeldAtEnd;
        }

        if (_held.HasPushed)
        {
            Enter(GreySection.PublishHeld, MarkerState.LookForWork);
            return MarkerState.Lock;
        }

        _isRunningDry = true;
        return MarkerState.Report;
    }
}
