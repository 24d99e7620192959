using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>
/// A step on the main thread. It begins with what is only safe while the mutators are at safepoints: objects that they
/// allocated are published, and those on hold become grey again.
/// </content>
/// <remarks>Source: V8 11.3, heap/incremental-marking.cc (Step), heap/marking-worklist.cc (MergeOnHold, ShareWork).</remarks>
public partial struct Marker
{
    private void PublishAllocations(SharedHeap heap)
    {
        heap.New.PublishAllocations();
        _state = MarkerState.PublishLarge;
    }

    private void PublishLarge(SharedHeap heap)
    {
        heap.New.PublishLarge();
        _state = MarkerState.LookForHeld;
    }

    private void LookForHeld(SharedHeap heap)
    {
        _state = MarkerState.NextObject;
        if (heap.LoadRelaxed(Held(heap).SegmentsAddress) > 0)
        {
            Enter(GreySection.TakeHeld, MarkerState.AppendHeld);
        }
    }

    private void LookWhetherToShare(SharedHeap heap)
    {
        _state = MarkerState.EndStep;
        if (!_alone && _grey.HasPushed && heap.LoadRelaxed(Grey(heap).SegmentsAddress) == 0)
        {
            Enter(GreySection.Publish, MarkerState.EndStep);
        }
    }

    /// <summary>Marking is not done while objects are on hold: they are scanned in the next step.</summary>
    private void LookForHeldAtEnd(SharedHeap heap)
    {
        _isRunningDry = heap.LoadRelaxed(Held(heap).SegmentsAddress) == 0 && _held.IsEmpty;
        _state = MarkerState.EndStep;
        if (_held.HasPushed)
        {
            Enter(GreySection.PublishHeld, MarkerState.EndStep);
        }
    }

    private void EndStep<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _state = MarkerState.Idle;
        var verb = _isRunningDry ? CollectorVerb.SteppedDry : CollectorVerb.Stepped;
        turn.Send(_collector, new CollectorMessage(verb, _epoch, _number, Value: _stepBytes));
    }
}
