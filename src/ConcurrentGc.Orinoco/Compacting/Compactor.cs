using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Orinoco.Compacting;

// Note [Evacuate, then update].
//
// A page is evacuated by one worker, so no two copy an object and its header needs no compare-and-swap: the forwarding
// address is read in the next phase only, after every worker has finished. Each moved object's slots that point to a page
// under evacuation are remembered at its new place, so the second phase needs nothing but roots and remembered slots.
// Source: V8 11.3, heap/mark-compact.cc (Evacuator, PointersUpdatingJob).

/// <summary>
/// Moves live objects in a full collection: all young ones to old space, and those of the chosen old pages together. Then
/// rewrites the pointers to them.
/// </summary>
public partial struct Compactor : IRole<CompactorMessage>
{
    private readonly int _number;
    private readonly long _cycle;
    private readonly long _words;
    private readonly WorkerSpaces _own;
    private readonly Address<CollectorMessage> _collector;
    private readonly int _abortsAfter;

    private OldSpaceRefill _refill;
    private long _epoch;
    private CompactorState _state;
    private long _page;
    private long _cursor;
    private long _end;
    private int _movedOfPage;

    /// <summary>A compactor of a world.</summary>
    /// <param name="number">Zero-based; zero runs on the main thread.</param>
    /// <param name="cycle">Byte offset of the <see cref="CycleWords"/>.</param>
    /// <param name="words">Byte offset of its own <see cref="WorkerWords"/>.</param>
    /// <param name="own">Its own spaces.</param>
    /// <param name="zaps">Whether gaps of pages that it sweeps are overwritten.</param>
    /// <param name="collector">Whom it answers.</param>
    /// <param name="abortsAfter">See <see cref="Worlds.WorldSettings.EvacuationAbortedAfter"/>.</param>
    public Compactor(
        int number, long cycle, long words, WorkerSpaces own, bool zaps, Address<CollectorMessage> collector, int abortsAfter = 0)
    {
        _abortsAfter = abortsAfter;
        _number = number;
        _cycle = cycle;
        _words = words;
        _own = own;
        _collector = collector;
        _refill = new OldSpaceRefill(number, removesSlots: true, zaps);
    }

    /// <inheritdoc/>
    public bool Receive<TTurn>(in CompactorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _epoch = message.Epoch;
        switch (message.Verb)
        {
            case CompactorVerb.Evacuate:
                return Begin(CompactorState.TakePage, ref turn);
            case CompactorVerb.UpdateRoots:
                _state = CompactorState.UpdateRoots;
                return true;
            case CompactorVerb.UpdatePointers:
                return Begin(turn.Heap.HasStoreBuffer ? CompactorState.UpdateEntries : CompactorState.TakeSlots, ref turn);
            case CompactorVerb.Finish:
                _own.Merge(turn.Heap);
                Answer(ref turn);
                return false;
            default:
                throw new InvalidOperationException($"A compactor does not know {message.Verb}.");
        }
    }

    /// <inheritdoc/>
    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        do
        {
            switch (_state)
            {
                case CompactorState.MoveObject: MoveObject(heap, ref turn); break;
                case CompactorState.TakePage: TakePage(heap, ref turn); break;
                case CompactorState.Refill when !TryRefill(heap, ref turn): return true;
                case CompactorState.Refill: break;
                case CompactorState.UpdateRoots: UpdateRoots(heap, ref turn); break;
                case CompactorState.TakeSlots: TakeSlots(heap, ref turn); break;
                case CompactorState.UpdateSlots: UpdateSlots(heap, ref turn); break;
                case CompactorState.UpdateEntries: UpdateEntries(heap, ref turn); break;
                default: return false;
            }
        }
        while (turn.Spend(Work.Step, 1));

        return _state != CompactorState.Idle;
    }

    private readonly ref CycleWords Cycle(SharedHeap heap) => ref Unsafe.As<long, CycleWords>(ref heap.Owned(_cycle));

    private bool TryTakeItem(SharedHeap heap)
    {
        ref var cycle = ref Cycle(heap);
        var item = heap.FetchAdd(_cycle + CycleWords.NextItemOffset, 1);
        if (item >= cycle.ItemCount)
        {
            return false;
        }

        _page = heap.Owned(cycle.Items + (item * sizeof(long)));
        return true;
    }

    private bool Begin<TTurn>(CompactorState state, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _state = state;
        HelperPhase.Note(ref turn, _number, EventKind.PhaseBegin, _epoch, PhaseOf(state));
        return true;
    }

    private static CollectionPhase PhaseOf(CompactorState state) =>
        state == CompactorState.TakePage ? CollectionPhase.EvacuateCopy : CollectionPhase.EvacuateUpdatePointers;

    private void Answer<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_state is CompactorState.TakePage or CompactorState.TakeSlots)
        {
            HelperPhase.Note(ref turn, _number, EventKind.PhaseEnd, _epoch, PhaseOf(_state));
        }

        _state = CompactorState.Idle;
        turn.Send(_collector, new CollectorMessage(CollectorVerb.Finished, _epoch, _number));
    }
}
