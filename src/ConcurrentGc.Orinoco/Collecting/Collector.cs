using System.Numerics;
using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

// Note [The pause].
//
//   1. a mutator finds no room, or marking has nothing more to do beside the program; every mutator that does not stand
//      is told to stop and answers at its next safepoint
//   2. all stand, and markers that work beside the program pause: nothing but the collector and the workers that it sends
//      off touches the heap
//   3. one parallel phase after the other: the collector writes the item list and the cycle's words, sends the workers
//      off, and goes on when all have answered; what it does between two phases is its own
//   4. every mutator is told to go on; who had asked tries again
//
// Marking and copying end when every worker is dry: a worker says so when it finds the global lists empty, and is woken
// when another one publishes. A worker that is dry holds nothing, and the last one to run dry has seen the lists empty.

/// <summary>Coordinates cycles: triggers, phases, limits. It moves and marks no object itself.</summary>
/// <remarks>Source: V8 11.3, heap/heap.cc, heap/scavenger.cc (ScavengerCollector), heap/mark-compact.cc.</remarks>
public partial struct Collector : IRole<CollectorMessage>
{
    private readonly CollectorSettings _settings;
    private readonly WorldAddresses _world;
    private readonly long _cycle;

    private CollectorPhase _phase;
    private long _epoch;
    private long _lastEpoch;
    private long _markingEpoch;
    private bool _isAsked;
    private bool _finalizes;
    private bool _stopsForStep;
    private bool _isComplete;
    private CollectorTask _task;
    private ExternalRequest _external;
    private double _stepMilliseconds;
    private long _taskSince;
    private TaskDelay _delay;
    private MemoryPressure _pressure;
    private int _inRow;
    private MemoryReducer _reducer;
    private bool _isNearLimit;
    private long _asleepUntil;
    private long _deadline;
    private long _timer;
    private long _committedAtStart;
    private long _committedBefore;
    private PauseKind _pause;
    private CollectionCause _cause;
    private CollectionPhase _closure;
    private int _looks;
    private ulong _standing;
    private ulong _ended;
    private ulong _dry;
    private ulong _idleMarkers;
    private int _tasks;
    private int _answers;
    private CollectorMessage _request;
    private OldGenerationLimit _limit;
    private CycleStatistics _statistics;
    private EvacuationCandidates _candidates;
    private CollectorSpeeds _speeds;
    private MutatorUtilization _utilization;
    private RecentSpeed _throughput;
    private RecentSpeed _scavengeSpeed;
    private RecentSpeed _scavengedSpeed;
    private RecentSpeed _endSpeed;
    private MarkingSchedule _schedule;
    private MarkingProgress _progress;
    private SweepingProgress _sweeping;
    private long _survivedSinceGrowth;
    private bool _reducesMemory;
    private bool _marksToReduceMemory;
    private bool _mustShrink;
    private int _ineffective;
    private long _youngAfter;
    private long _promotedBefore;
    private long _pauseBegin;
    private long _pauseEnd;
    private long _forced;
    private long _oldAllocated;
    private long _pauseStart;
    private long _evacuationStart;
    private long _evacuationTime;

    /// <summary>The collector of a world.</summary>
    /// <param name="settings">What it may do.</param>
    /// <param name="world">Where the other roles are.</param>
    /// <param name="cycle">Byte offset of the <see cref="CycleWords"/>.</param>
    public Collector(in CollectorSettings settings, in WorldAddresses world, long cycle)
    {
        _settings = settings;
        _world = world;
        _cycle = cycle;
        _limit = new OldGenerationLimit(settings.InitialOldLimit, settings.MaximumOldBytes, settings.GrowingStepBytes, settings.LimitRule);
    }

    /// <summary>Whether workers run that are dry together at the end.</summary>
    private readonly bool IsParallel => _phase is CollectorPhase.ScavengeCopy or CollectorPhase.MarkClosure;

    private readonly ulong AllMutators => ulong.MaxValue >> (WorldAddresses.MaximumMutators - _world.Mutators);

    /// <inheritdoc/>
    public bool Receive<TTurn>(in CollectorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        switch (message.Verb)
        {
            case CollectorVerb.AllocationFailed or CollectorVerb.OldAllocationFailed:
                TakeRequest(message, ref turn);
                break;
            case CollectorVerb.StepDue:
                _standing |= 1UL << message.Sender;
                if (_phase == CollectorPhase.Idle)
                {
                    BeginStep(ref turn);
                    return false;
                }

                break;
            case CollectorVerb.MarkingDue:
                AskForMarking(message.Sender, ref turn);
                break;
            case CollectorVerb.ExternalMemoryPressure:
            case CollectorVerb.BackingStoresSwept:
                ReceiveExternal(message, ref turn);
                return false;
            case CollectorVerb.FellAsleep:
            case CollectorVerb.TimerDue:
            case CollectorVerb.MemoryIsShort:
                HearFromEmbedder(message, ref turn);
                return false;
            case CollectorVerb.Stepped:
            case CollectorVerb.SteppedDry:
                FinishStep(message, ref turn);
                return false;
            case CollectorVerb.Stopped:
                _standing |= 1UL << message.Sender;
                break;
            case CollectorVerb.ProgramEnded:
                _ended |= 1UL << message.Sender;
                StopSweepersAtTheEnd(ref turn);
                break;
            case CollectorVerb.Published when IsParallel:
                WakeOne(ref turn);
                return false;
            case CollectorVerb.Published:
                WakeMarker(message.Sender, ref turn);
                return false;
            case CollectorVerb.RanDry when IsParallel:
                _dry |= 1UL << message.Sender;
                break;
            case CollectorVerb.RanDry:
                _idleMarkers |= 1UL << message.Sender;
                return false;
            case CollectorVerb.SweeperStopped:
                _sweeping.Sweepers &= ~(1UL << message.Sender);
                break;
            default:
                _answers++;
                break;
        }

        Advance(ref turn);
        return false;
    }

    /// <inheritdoc/>
    public readonly bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct => false;

    /// <summary>How often in a row a mutator asked for the same allocation; zero when only a setting asks.</summary>
    private static long Attempts(in CollectorMessage request) =>
        request.IsForced ? 0 : request.Epoch;

    private readonly ref CycleWords Cycle(SharedHeap heap) => ref Unsafe.As<long, CycleWords>(ref heap.Owned(_cycle));

    /// <summary>
    /// The mutators are to stand, for a pause or for a step. A stop for a step becomes one for a pause when another mutator
    /// asks for more meanwhile.
    /// </summary>
    private void BeginStop<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var begins = _phase == CollectorPhase.Idle;
        var becomesPause = _phase == CollectorPhase.Stopping && _stopsForStep && !IsForStep;
        if (!begins && !becomesPause)
        {
            return;
        }

        (_phase, _stopsForStep) = (CollectorPhase.Stopping, IsForStep);
        _epoch = IsForStep || GoesOnWithMarking(turn.Heap) ? _markingEpoch : ++_lastEpoch;
        if (!IsForStep)
        {
            turn.Record(EventKind.PhaseBegin, _epoch, (long)CollectionPhase.TimeToSafepoint, 0);
        }

        for (var rest = begins ? AllMutators & ~(_standing | _ended) : 0; rest != 0; rest &= rest - 1)
        {
            turn.Send(
                _world.Mutator(BitOperations.TrailingZeroCount(rest)), new MutatorMessage(MutatorVerb.Stop, _epoch));
        }
    }

    /// <summary>Goes on when everybody that the phase waits for has answered.</summary>
    private void Advance<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var allDry = _dry == (1UL << _tasks) - 1 || (Has(Defects.Defect.OneDryIsEnough) && _dry != 0);
        var allAnswered = _answers == _tasks;
        switch (_phase)
        {
            case CollectorPhase.Stopping when (_standing | _ended) == AllMutators && IsForStep: BeginStep(ref turn); break;
            case CollectorPhase.Stopping when (_standing | _ended) == AllMutators:
                turn.Record(EventKind.PhaseEnd, _epoch, (long)CollectionPhase.TimeToSafepoint, 0);
                BeginPause(ref turn);
                break;
            case CollectorPhase.PauseMarkers when allAnswered: BeginCollection(ref turn); break;
            case CollectorPhase.StopSweepers when _sweeping.Sweepers == 0: BeginCollection(ref turn); break;
            case CollectorPhase.CompleteSweeping when _sweeping.Sweepers == 0: FinishSweeping(ref turn); break;
            case CollectorPhase.MarkGlobals when _answers == 1: FinishStart(ref turn); break;
            case CollectorPhase.ScavengeRoots when _answers == 1: BeginCopying(ref turn); break;
            case CollectorPhase.ScavengeCopy when allDry: BeginFinishing(ref turn); break;
            case CollectorPhase.ScavengeFinish: FinishNext(ref turn); break;
            case CollectorPhase.MarkRoots when _answers == 1: BeginClosure(ref turn); break;
            case CollectorPhase.MarkClosure when allDry: FinishClosure(ref turn); break;
            case CollectorPhase.Evacuate when allAnswered: BeginMerging(ref turn); break;
            case CollectorPhase.EvacuateFinish: MergeNext(ref turn); break;
            case CollectorPhase.UpdateRoots when _answers == 1: BeginUpdatingPointers(ref turn); break;
            case CollectorPhase.UpdatePointers when allAnswered: FinishMarkCompact(ref turn); break;
            default: break;
        }
    }

    /// <summary>All mutators stand. A full collection goes on with the cycle that marking began.</summary>
    private void BeginPause<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        (_pause, _cause) = Decide(turn.Heap);
        if (_pause == PauseKind.MarkCompact && IsMarking)
        {
            _epoch = _markingEpoch;
        }
        else if (_epoch == _markingEpoch)
        {
            _epoch = ++_lastEpoch; // there is room again, or none at all
        }

        if (_pause != PauseKind.StartMarking)
        {
            _pauseBegin = turn.Now;
            turn.Record(EventKind.PauseBegin, _epoch, 0, 0);
        }

        if (IsMarking)
        {
            PauseMarkers(ref turn);
        }
        else
        {
            StopSweepers(ref turn);
        }
    }

    private void BeginCollection<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_pause == PauseKind.StartMarking)
        {
            (_task, _external) = (CollectorTask.None, ExternalRequest.None);
            StartMarking(ref turn);
            return;
        }

        if (MustAwaitBackingStores(ref turn))
        {
            return;
        }

        Inspect(turn.Heap, turn.Tables, before: true);
        (_isAsked, _finalizes, _task, _external, _idleMarkers) =
            (false, false, CollectorTask.None, ExternalRequest.None, 0); // what is published from now on is no marker's business
        _inRow = 0;
        _pressure = IsRelief ? MemoryPressure.None : _pressure;
        switch (_pause)
        {
            case PauseKind.OutOfMemory:
                EndRun(ref turn, turn.Heap.New.CanFlip ? OutOfMemoryCause.LastResort : OutOfMemoryCause.NoFromSpace);
                break;
            case PauseKind.MarkCompact: BeginMarkCompact(ref turn, _cause); break;
            default: BeginScavenge(ref turn); break;
        }
    }

    private void EndPause<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!_statistics.OutOfRoom) // else objects could not be moved: nothing holds of this heap any more, as in V8
        {
            Inspect(turn.Heap, turn.Tables, before: false);
        }

        turn.Record(EventKind.PauseEnd, _epoch, 0, 0);
        _pauseEnd = turn.Now;
    }

    /// <summary>Nothing can be freed any more.</summary>
    private void EndRun<TTurn>(ref TTurn turn, OutOfMemoryCause cause)
        where TTurn : struct, ITurn, allows ref struct
    {
        EndPause(ref turn);
        turn.Record(EventKind.HeapFull, _epoch, (long)cause, 0);
        _phase = CollectorPhase.OutOfMemory;
        TellMutators(ref turn, MutatorVerb.OutOfMemory);
    }

    private void GoOn<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        StartSweepers(ref turn);
        ResumeMutators(ref turn);
    }

    private void ResumeMutators<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _phase = CollectorPhase.Idle;
        AllowOldAllocation(turn.Heap);
        StartBackingStoreSweeper(ref turn);
        EndTask(ref turn);
        TellMutators(ref turn, MutatorVerb.Resume);
        BeginRelief(ref turn);
    }

    private void TellMutators<TTurn>(ref TTurn turn, MutatorVerb verb)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var rest = _standing; rest != 0; rest &= rest - 1)
        {
            turn.Send(_world.Mutator(BitOperations.TrailingZeroCount(rest)), new MutatorMessage(verb, _epoch));
        }

        _standing = 0;
    }

    private readonly void Inspect(SharedHeap heap, WorldTables tables, bool before)
    {
        if (_settings.Inspects == 0)
        {
            return;
        }

        var inspector = tables.Get<IHeapInspector>(_settings.InspectorTable);
        if (before)
        {
            inspector.Before(heap, _epoch);
        }
        else
        {
            inspector.After(heap, _epoch);
        }
    }

    private readonly void BeginPhase<TTurn>(ref TTurn turn, CollectionPhase phase)
        where TTurn : struct, ITurn, allows ref struct =>
        turn.Record(EventKind.PhaseBegin, _epoch, (long)phase, 0);

    private readonly void EndPhase<TTurn>(ref TTurn turn, CollectionPhase phase)
        where TTurn : struct, ITurn, allows ref struct =>
        turn.Record(EventKind.PhaseEnd, _epoch, (long)phase, 0);

    private void Expect(int tasks) => (_tasks, _answers, _dry) = (tasks, 0, 0);
}
