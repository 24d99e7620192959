using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

// Note [Tasks].
//
// V8 posts tasks to the event loop, which runs them between two callbacks. Here the collector uses the time in which a
// program sleeps:
//
//   1. the embedder says FellAsleep for a mutator whose program sleeps, with the time at which it will wake
//   2. the collector chooses what is worth doing; it stops the mutators as for a pause, and who sleeps stands at once
//   3. what is to be done is done: a scavenge, a start of marking, one marking step
//   4. the mutators resume; of who still sleeps the embedder says FellAsleep again, so that the next task follows
//
// Each task leaves less to do: a scavenge empties new space, a step marks, the last step ends the marking. A program whose
// time comes meanwhile stands until the task is over. The memory reducer's timer runs only while a program sleeps longer
// than until it is due, so that no timer outlives the programs.

/// <content>Work in the time in which the program sleeps. See Note [Tasks].</content>
/// <remarks>
/// Source: V8 11.3, heap/minor-gc-job.cc, heap/incremental-marking-job.cc, heap/memory-reducer.cc (TimerTask).
/// </remarks>
public partial struct Collector
{
    /// <summary>V8's <c>--minor-gc-task-trigger</c>.</summary>
    private const long ScavengeTaskPercent = 80;

    /// <summary>Growth of the old generation that wakes the memory reducer before the first full collection.</summary>
    private const long ReducerActivationBytes = 1 << 20;

    private const long FragmentationSlackBytes = 16 << 20;
    private const long LikelyMoreBytes = 1 << 20;

    /// <summary>Whether the mutators are stopped for a marking step only.</summary>
    private readonly bool IsForStep => _task == CollectorTask.Step && !_finalizes && !_isAsked && _external == ExternalRequest.None;

    private readonly CollectionCause FinalizationCause => _task == CollectorTask.Step
        ? CollectionCause.FinalizeMarkingViaTask : CollectionCause.FinalizeMarkingViaStackGuard;

    private readonly (PauseKind Pause, CollectionCause Cause) DecideForTask => _task == CollectorTask.StartMarking
        ? (PauseKind.StartMarking, CollectionCause.Unknown)
        : (PauseKind.Scavenge, MustFit ? CollectionCause.IdleTask : CollectionCause.Task);

    private readonly bool MayMarkBeside => _settings.Marking >= (int)MarkingTechnique.Incremental;

    private void HearFromEmbedder<TTurn>(in CollectorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (message.Verb == CollectorVerb.MemoryIsShort)
        {
            _pressure = (MemoryPressure)message.Value;
            BeginRelief(ref turn);
            return;
        }

        if (message.Verb == CollectorVerb.FellAsleep)
        {
            (_asleepUntil, _deadline) = (message.Value, message.Epoch);
        }

        OnAsleep(ref turn);
    }

    /// <summary>A mutator sleeps, or the reducer's timer is due while it does.</summary>
    private void OnAsleep<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_phase != CollectorPhase.Idle || turn.Now >= _asleepUntil)
        {
            return;
        }

        _task = MustFit ? NextFittingTask(ref turn) : NextTask(turn.Heap, turn.Now);
        if (_task != CollectorTask.None)
        {
            _taskSince = turn.Now;
            BeginStop(ref turn);
            Advance(ref turn);
        }
        else if (_reducer.State == ReducerState.Wait && _reducer.Due <= _asleepUntil && _timer != _reducer.Due)
        {
            _timer = _reducer.Due;
            turn.SendLater(_world.Collector, new CollectorMessage(CollectorVerb.TimerDue, 0, 0), _timer - turn.Now);
        }
    }

    private CollectorTask NextTask(SharedHeap heap, long now)
    {
        if (_settings.ScavengeTask != 0 && heap.New.UsedBytes * 100 >= heap.New.CapacityBytes * ScavengeTaskPercent)
        {
            return CollectorTask.Scavenge;
        }

        if (IsMarking)
        {
            return _settings.MarkingTask != 0 ? CollectorTask.Step : CollectorTask.None;
        }

        return MayStartMarking(heap, now) ? CollectorTask.StartMarking : CollectorTask.None;
    }

    private bool MayStartMarking(SharedHeap heap, long now) => 
        MayMarkBeside && ((_isNearLimit && _settings.MarkingTask != 0) || IsReducerDue(heap, now));

    /// <summary>
    /// Whether the memory reducer starts marking now. V8 also calls a program quiet that allocates little, if its embedder's
    /// heap does so too; Node's has no rate, and is never quiet. Measured on Node 20: a program that sleeps is collected by
    /// the watchdog, 105.6 and 106.2 seconds after it fell asleep. An embedder that grants time is no Node.
    /// </summary>
    private bool IsReducerDue(SharedHeap heap, long now) =>
        _reducer.State == ReducerState.Wait && _reducer.Due <= now
        && _reducer.OnTimer(now, heap.OldCommittedBytes, OptimizesForMemory(heap) || (_deadline != 0 && AllocatesLittle(heap, now)));

    /// <summary>Behind a scavenge: V8's soft limit, and the first sign of garbage for the reducer.</summary>
    private void NoteGrowth(SharedHeap heap, long old, long now)
    {
        _isNearLimit = !IsMarking && old > _settings.MinimumBytesForMarking
            && WithExternal(heap, old) + heap.New.CapacityBytes >= _limit.Bytes;
        var committed = heap.OldCommittedBytes;
        _committedAtStart = _committedAtStart == 0 ? committed - _statistics.PromotedBytes : _committedAtStart;
        if (_settings.ReducesMemory != 0 && _speeds.CollectorSpeed == 0 && committed >= _committedAtStart + ReducerActivationBytes)
        {
            _reducer.OnPossibleGarbage(now);
        }
    }

    private void NotifyReducer(SharedHeap heap, long old, long now)
    {
        var committed = heap.OldCommittedBytes;
        if (_settings.ReducesMemory == 0)
        {
            return;
        }

        var isFragmented = committed - old > old + FragmentationSlackBytes;
        _reducer.OnMarkCompact(now, committed, isFragmented || _committedBefore > committed + LikelyMoreBytes);
    }
}
