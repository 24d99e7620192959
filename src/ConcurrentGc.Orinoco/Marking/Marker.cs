using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Marking;

// Note [Mark then push].
//
// Only the marker that turned an object from white to grey pushes it, so it is queued once; popping turns it from grey to
// black, and a failure there means that two markers had it. Objects are scanned after they are black: a field that is
// stored to later is the write barrier's business.
// Source: V8 11.3, heap/concurrent-marking.cc, heap/marking-visitor-inl.h.

/// <summary>
/// Marks what is reachable. One shared access a step: load a field, look at a mark bit, set a mark bit, publish or take a
/// segment of grey objects.
/// </summary>
public partial struct Marker : IRole<MarkerMessage>
{
    private readonly int _number;
    private readonly bool _alone;
    private readonly long _cycle;
    private readonly long _live;
    private readonly Address<CollectorMessage> _collector;

    private LocalWorklist _grey;
    private long _epoch;
    private MarkerState _state;
    private MarkerState _resume;
    private bool _publishing;
    private bool _inRoots;
    private bool _recordSlots;
    private int _range;
    private long _cursor;
    private long _end;
    private long _target;

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
        _grey = new LocalWorklist(new Worklist(heap, Unsafe.As<long, CycleWords>(ref heap.Owned(cycle)).Grey));
    }

    /// <inheritdoc/>
    public bool Receive<TTurn>(in MarkerMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _epoch = message.Epoch;
        _recordSlots = Cycle(turn.Heap).Compacting != 0;
        switch (message.Verb)
        {
            case MarkerVerb.VisitRoots:
                (_inRoots, _range, _cursor, _end) = (true, -1, 0, 0);
                _state = MarkerState.VisitRoots;
                return true;
            case MarkerVerb.Mark:
            case MarkerVerb.Wake:
                (_inRoots, _cursor, _end) = (false, 0, 0);
                _state = MarkerState.LoadField;
                HelperPhase.Note(ref turn, _number, EventKind.PhaseBegin, _epoch, CollectionPhase.MarkFullClosureParallel);
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
                case MarkerState.Dry:
                    HelperPhase.Note(ref turn, _number, EventKind.PhaseEnd, _epoch, CollectionPhase.MarkFullClosureParallel);
                    turn.Send(_collector, new CollectorMessage(CollectorVerb.RanDry, _epoch, _number));
                    _state = MarkerState.Idle;
                    return false;
                default:
                    return false;
            }

            if (!turn.Spend(Work.Step, 1))
            {
                return _state != MarkerState.Idle;
            }
        }
    }

    private readonly ref CycleWords Cycle(SharedHeap heap) => ref Unsafe.As<long, CycleWords>(ref heap.Owned(_cycle));

    private readonly Worklist Global(SharedHeap heap) => new(heap, Cycle(heap).Grey);

    /// <summary>The mutators stand, so their stacks are nobody's but this marker's.</summary>
    private void VisitRoots<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        while (true)
        {
            while (_cursor < _end)
            {
                var word = heap.Owned(_cursor);
                _cursor += sizeof(long);
                turn.Pay(Work.VisitRoot, 1);
                if (Tagged.IsPointer(word))
                {
                    _target = Tagged.Address(word);
                    _state = MarkerState.LookAtMark;
                    return;
                }
            }

            if (++_range == heap.Roots.Count)
            {
                _state = MarkerState.Idle;
                turn.Send(_collector, new CollectorMessage(CollectorVerb.RootsVisited, _epoch, _number));
                return;
            }

            _cursor = heap.Roots.Start(_range);
            _end = _cursor + (heap.Roots.Words(_range) * sizeof(long));
        }
    }
}
