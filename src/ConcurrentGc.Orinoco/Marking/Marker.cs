using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Marking;

// Note [Mark then push].
//
// Only the marker or barrier that turned an object from white to grey pushes it, so it is queued once; popping turns it
// from grey to black, and a failure there means that two markers had it. Objects are scanned after they are black: a field
// that is stored to later is the write barrier's business.
// One object may be popped black: a large array that is scanned part by part, which its page says.
// Source: V8 11.3, heap/concurrent-marking.cc, heap/marking-visitor-inl.h.

/// <summary>
/// Marks what is reachable, in the pause or beside the program. One shared access a step: load a field, look at a mark
/// bit, set a mark bit, publish or take a segment of grey objects.
/// </summary>
public partial struct Marker : IRole<MarkerMessage>
{
    private readonly int _number;
    private readonly bool _alone;
    private readonly long _cycle;
    private readonly long _live;
    private readonly Address<CollectorMessage> _collector;

    private LocalWorklist _grey;
    private LocalWorklist _held;
    private LocalWorklist _weak;
    private long _taken;
    private long _emptied;
    private long _wereHeld;
    private long _epoch;
    private MarkingMode _mode;
    private CollectionPhase _phase;
    private MarkerState _state;
    private MarkerState _resume;
    private GreySection _section;
    private bool _inRoots;
    private bool _skipsStacks;
    private bool _recordSlots;
    private bool _isPausing;
    private bool _isRunningDry;
    private bool _isDry;
    private bool _wasIdle;
    private int _range;
    private int _unreportedObjects;
    private long _cursor;
    private long _end;
    private long _target;
    private long _object;
    private long _pair;
    private long _header;
    private long _budget;
    private long _stepBytes;
    private long _unreported;

    /// <summary>A marker of a world.</summary>
    /// <param name="heap">The heap; regions are taken from it.</param>
    /// <param name="number">Zero-based; zero runs on the main thread.</param>
    /// <param name="tasks">Markers of the world.</param>
    /// <param name="cycle">Byte offset of the <see cref="CycleWords"/>.</param>
    /// <param name="live">Byte offset of one <see cref="LiveCount"/> a page of its own, merged by the collector.</param>
    /// <param name="collector">Whom it answers.</param>
    public Marker(
        SharedHeap heap,
        int number,
        int tasks,
        long cycle,
        long live,
        Address<CollectorMessage> collector)
    {
        _number = number;
        _alone = tasks == 1;
        _cycle = cycle;
        _live = live;
        _collector = collector;
        _grey = new LocalWorklist(Grey(heap));
        _held = new LocalWorklist(Held(heap));
        _weak = new LocalWorklist(Weak(heap));
    }

    private readonly bool IsIdle => _state == MarkerState.Idle;

    /// <inheritdoc/>
    public bool Receive<TTurn>(in MarkerMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (message.Verb == MarkerVerb.Take)
        {
            turn.Heap.Owned(message.Value) = _taken;
            _taken = message.Value;
            return _mode == MarkingMode.Concurrent ? WakeUp(ref turn) : !IsIdle; // marker 0 waits for its next step
        }

        _epoch = message.Epoch;
        _recordSlots = Cycle(turn.Heap).Compacting != 0;
        switch (message.Verb)
        {
            case MarkerVerb.VisitRoots:
            case MarkerVerb.VisitGlobals:
                (_inRoots, _range, _cursor, _end) = (true, -1, 0, 0);
                _skipsStacks = message.Value == 0;
                _state = MarkerState.VisitRoots;
                return true;
            case MarkerVerb.Mark:
                (_phase, _unreported, _unreportedObjects) = ((CollectionPhase)message.Value, 0, 0);
                return Begin(MarkingMode.InPause, MarkerState.LoadField, ref turn);
            case MarkerVerb.FollowKeys:
                _phase = (CollectionPhase)message.Value;
                return Begin(MarkingMode.FollowingKeys, MarkerState.NextObject, ref turn);
            case MarkerVerb.MarkConcurrently:
                return Begin(MarkingMode.Concurrent, MarkerState.NextObject, ref turn);
            case MarkerVerb.Wake:
                return WakeUp(ref turn);
            case MarkerVerb.Step:
                (_budget, _stepBytes) = (message.Value, 0);
                return Begin(MarkingMode.InStep, MarkerState.PublishAllocations, ref turn);
            case MarkerVerb.Pause:
                (_isPausing, _wasIdle) = (true, IsIdle);
                _state = IsIdle ? MarkerState.NextObject : _state;
                return true;
            default:
                throw new InvalidOperationException($"A marker does not know {message.Verb}.");
        }
    }

    /// <inheritdoc/>
    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        while (true)
        {
            switch (_state)
            {
                case MarkerState.LoadField when !Trace(heap, ref turn): return true;
                case MarkerState.LoadField: continue; // it has paid for its steps
                case MarkerState.LookAtMark: LookAtMark(heap); break;
                case MarkerState.Mark when !Mark(heap, ref turn): return true;
                case MarkerState.Mark: continue;
                case MarkerState.VisitRoots: VisitRoots(heap, ref turn); break;
                case MarkerState.AnnounceBucket: AnnounceBucket(heap); break;
                case MarkerState.InsertSlot: InsertSlot(heap); break;
                case MarkerState.Lock when !TryLock(heap, ref turn): return true;
                case MarkerState.Lock: break;
                case MarkerState.Unlock: Unlock(heap, ref turn); break;
                case MarkerState.LookForWork: LookForWork(heap); break;
                case MarkerState.Dry when _isPausing || _taken != 0: _state = AfterSteal(); break;
                case MarkerState.Dry: return Stand(CollectorVerb.RanDry, ref turn);
                case MarkerState.RootsVisited: return SayRootsVisited(ref turn);
                case MarkerState.Paused: return Stand(CollectorVerb.Paused, ref turn);
                case MarkerState.Idle: return false;
                default: StepBeside(heap, ref turn); break;
            }

            if (!turn.Spend(Work.Step, 1))
            {
                return _state != MarkerState.Idle;
            }
        }
    }

    private void StepBeside<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        switch (_state)
        {
            case MarkerState.NextObject: NextObject(heap); break;
            case MarkerState.LookAtHold: LookAtHold(heap); break;
            case MarkerState.LookAtHeldLarge: LookAtHeldLarge(heap); break;
            case MarkerState.LookUpKey: LookUpKey(heap, ref turn); break;
            case MarkerState.MarkValue: MarkValue(heap); break;
            case MarkerState.Blacken: BlackenInStep(heap, ref turn); break;
            case MarkerState.LoadHeader: LoadHeader(heap); break;
            case MarkerState.LoadLength: LoadLength(heap); break;
            case MarkerState.Report: Report(heap); break;
            case MarkerState.PublishAllocations: PublishAllocations(heap); break;
            case MarkerState.PublishLarge: PublishLarge(heap); break;
            case MarkerState.LookForHeld: LookForHeld(heap); break;
            case MarkerState.AppendHeld: Enter(GreySection.AppendHeld, MarkerState.NextObject); break;
            case MarkerState.LookForHeldAtEnd: LookForHeldAtEnd(heap); break;
            case MarkerState.LookWhetherToShare: LookWhetherToShare(heap); break;
            default: EndStep(ref turn); break;
        }
    }

    private readonly ref CycleWords Cycle(SharedHeap heap) => ref Unsafe.As<long, CycleWords>(ref heap.Owned(_cycle));

    private bool Begin<TTurn>(MarkingMode mode, MarkerState state, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        (_mode, _state, _cursor, _end) = (mode, state, 0, 0);
        (_inRoots, _isRunningDry, _isDry) = (false, false, false);
        HelperPhase.Note(ref turn, _number, EventKind.PhaseBegin, _epoch, Phase);
        return true;
    }

    /// <summary>A dry marker looks again; others look anyway before they run dry.</summary>
    private bool WakeUp<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct => IsIdle && _isDry ? Begin(_mode, AfterSteal(), ref turn) : !IsIdle;

    private readonly CollectionPhase Phase => _mode == MarkingMode.Concurrent ? CollectionPhase.MarkConcurrently : _phase;

    /// <summary>Says that nothing grey is left, so that it can be woken, or that it pauses.</summary>
    private bool Stand<TTurn>(CollectorVerb verb, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!_wasIdle)
        {
            HelperPhase.Note(ref turn, _number, EventKind.PhaseEnd, _epoch, Phase);
        }

        (_state, _isPausing, _wasIdle, _isDry) = (MarkerState.Idle, false, false, verb == CollectorVerb.RanDry);
        turn.Send(_collector, new CollectorMessage(verb, _epoch, _number));
        return false;
    }
}
