using System.Numerics;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Marking;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>Marking beside the program: start, steps, helpers, and its stop for a pause.</content>
/// <remarks>Source: V8 11.3, heap/incremental-marking.cc, heap/concurrent-marking.cc.</remarks>
public partial struct Collector
{
    /// <summary>Marking is under way: its cycle has an epoch.</summary>
    private readonly bool IsMarking => _markingEpoch != 0;

    /// <summary>Whether marking starts behind a scavenge: V8's hard limit (IncrementalMarkingLimitReached).</summary>
    private readonly bool StartsMarking(SharedHeap heap, long old) =>
        !IsMarking && MayMarkBeside && old > _settings.MinimumBytesForMarking
        && (WithExternal(heap, old) > _limit.Bytes || IsTight(heap, old));

    /// <summary>Memory matters and there is little room: marking need not wait for the limit.</summary>
    private readonly bool IsTight(SharedHeap heap, long old) =>
        WithExternal(heap, old) + heap.New.CapacityBytes >= _limit.Bytes && OptimizesForMemory(heap);

    /// <summary>The mutators stand at the end of a scavenge. The stacks are left for the pause.</summary>
    private void StartMarking<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _epoch = _markingEpoch = IsMarking ? _markingEpoch
            : _pause == PauseKind.StartMarking ? _epoch
            : ++_lastEpoch;
        if (MustCompleteSweeping(ref turn, AfterSweeping.Marking, CollectionCause.Unknown))
        {
            return;
        }

        var heap = turn.Heap;
        _reducesMemory = _marksToReduceMemory = OptimizesForMemory(heap) || _reducer.State == ReducerState.Run
            || _pressure == MemoryPressure.Moderate;
        _pressure = _pressure == MemoryPressure.Moderate ? MemoryPressure.None : _pressure;
        _isNearLimit = false;
        _progress.Start(turn.Now);
        _schedule.Start(heap.OldObjectBytes, heap.Geometry.MarkingStepBytes, turn.Now);
        BeginPhase(ref turn, CollectionPhase.IncrementalStart);
        ref var cycle = ref Cycle(heap);
        ChooseCandidates(heap);
        (cycle.Marking, cycle.MarkedConcurrently) = (1, 0);
        var duties = cycle.Compacting != 0 ? BarrierDuties.Marking | BarrierDuties.Compacting : BarrierDuties.Marking;
        ref var barrier = ref heap.Control.Barrier;
        (barrier.Duties, barrier.Shades) = ((long)duties, 0);
        heap.New.BeginSteps();
        _phase = CollectorPhase.MarkGlobals;
        Expect(1);
        var withStacks = KeepsSnapshot(heap) && !Has(Defect.StacksNotInSnapshot) ? 1 : 0;
        turn.Send(_world.Marker(0), new MarkerMessage(MarkerVerb.VisitGlobals, _markingEpoch, withStacks));
    }

    private void FinishStart<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        EndPhase(ref turn, CollectionPhase.IncrementalStart);
        _progress.EndStep(turn.Now, 0);
        _delay.Start(turn.Now);
        SendConcurrentMarkers(ref turn);
        ResumeMutators(ref turn);
    }

    private void ChooseCandidates(SharedHeap heap)
    {
        OldSpaceSums.RetireAreas(heap);
        Cycle(heap).Compacting = _settings.Compacts != 0 && _candidates.Choose(heap, CandidateGoal(heap)) ? 1 : 0;
    }

    private readonly CompactionGoal CandidateGoal(SharedHeap heap) =>
        _reducesMemory ? CompactionGoal.ReduceMemory
        : OptimizesForMemory(heap) ? CompactionGoal.OptimizeMemory
        : CompactionGoal.Speed;

    private void SendConcurrentMarkers<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _idleMarkers = 0;
        for (var i = 1; i <= _settings.ConcurrentMarkers; i++)
        {
            turn.Send(_world.Marker(i), new MarkerMessage(MarkerVerb.MarkConcurrently, _markingEpoch));
        }
    }

    /// <summary>A mutator stands for a step. Others go on, and may ask for room meanwhile.</summary>
    private void BeginStep<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        Checks.DCheck(IsMarking); // it cannot end while a mutator stands for a step
        var heap = turn.Heap;
        _phase = CollectorPhase.Step;
        _progress.BeginStep(turn.Now);
        CountOldAllocation(heap);
        turn.Record(EventKind.PhaseBegin, _markingEpoch, (long)CollectionPhase.Incremental, 0);
        var concurrently = heap.LoadRelaxed(_cycle + CycleWords.MarkedConcurrentlyOffset);
        var isTight = !CanPromoteYoungAndExpand(heap, TightBytes);
        var marked = _progress.StepBytes + concurrently;
        if (IsForStep)
        {
            _delay.Run(turn.Now);
        }

        var longest = Math.Max(MarkingSchedule.TaskStepMilliseconds, _stepMilliseconds);
        var bytes = !IsForStep && _stepMilliseconds == 0 ? _schedule.NextStepBytes(marked, _speeds.StepSpeed, isTight)
            : IsForStep && MustFit ? IdleTimeEstimate.StepBytes(MillisecondsLeft(turn.Now), _speeds.StepSpeed)
            : _schedule.NextTimedStepBytes(marked, _speeds.StepSpeed, turn.Now, longest);
        _stepMilliseconds = 0;
        turn.Send(_world.Marker(0), new MarkerMessage(MarkerVerb.Step, _markingEpoch, bytes));
    }

    /// <summary>When nothing grey is left, as far as one can see, marking is finished in a pause, now or later.</summary>
    private void FinishStep<TTurn>(in CollectorMessage stepped, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        turn.Record(EventKind.PhaseEnd, _markingEpoch, (long)CollectionPhase.Incremental, 0);
        _progress.EndStep(turn.Now, stepped.Value);
        var isComplete = stepped.Verb == CollectorVerb.SteppedDry;
        _finalizes = isComplete && EndsMarkingNow(turn.Heap, turn.Now);
        _isComplete = isComplete && !_finalizes;
        _phase = CollectorPhase.Idle;
        if (_finalizes || _isAsked || _external != ExternalRequest.None)
        {
            BeginStop(ref turn);
            Advance(ref turn);
        }
        else
        {
            if (_task == CollectorTask.Step)
            {
                _delay.Post(turn.Now);
            }

            _task = CollectorTask.None;
            ResumeMutators(ref turn);
        }
    }

    /// <summary>All mutators stand. See Note [Segments under way].</summary>
    private void PauseMarkers<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _phase = CollectorPhase.PauseMarkers;
        var markers = _settings.ConcurrentMarkers + 1;
        Expect(Has(Defect.MarkersNotAwaited) ? 1 : markers);
        for (var i = 0; i < markers; i++)
        {
            turn.Send(_world.Marker(i), new MarkerMessage(MarkerVerb.Pause, _markingEpoch));
        }
    }

    /// <summary>The pause takes over: what is grey is in the global list, and the barrier has no more to do.</summary>
    private void TakeOverMarking(SharedHeap heap)
    {
        heap.Control.Barrier.Duties = (long)BarrierDuties.None;
        OldSpaceSums.RetireAreas(heap); // meta objects were allocated meanwhile
        heap.New.EndSteps();
        Cycle(heap).Marking = 0;
        FlushGreyObjects(heap);
    }

    private readonly void FlushGreyObjects(SharedHeap heap)
    {
        if (!Has(Defect.ShadesNotFlushed))
        {
            new ShadeBuffer(heap).Flush();
        }

        if (Has(Defect.HeldNotFlushed))
        {
            return;
        }

        var (grey, held) = (Grey(heap), Held(heap));
        for (var segment = held.TakeAll(); segment != 0;)
        {
            var next = heap.Owned(segment);
            grey.Append(segment);
            segment = next;
        }
    }

    /// <summary>A helper published grey objects: an idle one looks.</summary>
    private void WakeMarker<TTurn>(int sender, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _idleMarkers &= ~(1UL << sender); // a mutator may have woken it
        if (_idleMarkers != 0 && _phase != CollectorPhase.PauseMarkers) // they pause: who was told so must not be woken
        {
            var marker = BitOperations.TrailingZeroCount(_idleMarkers);
            _idleMarkers &= _idleMarkers - 1;
            turn.Send(_world.Marker(marker), new MarkerMessage(MarkerVerb.Wake, _markingEpoch));
        }
    }
}
