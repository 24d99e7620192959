using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Orinoco.Scavenging;

// Note [Copy, then claim].
//
//   1. read the header (acquire); forwarded: use the address, done
//   2. reserve room in a private area, copy the body and the header that was read
//   3. compare-and-swap the header to the new address (release)
//   4. lost: give the room back, use the winner's address
//
// The body of a from-space object does not change in the pause, so two workers copy the same words; only the winner's
// copy is ever seen. Publishing before copying would let another worker scan garbage.
// Source: V8 11.3, heap/scavenger-inl.h (Scavenger::SemiSpaceCopyObject, PromoteObject).

/// <summary>
/// Copies young survivors: within new space at the first survival, to old space at the second, or when to-space is full.
/// Several scavengers work on the same heap; each object is copied by exactly one.
/// </summary>
/// <remarks>
/// Source: V8 11.3, heap/scavenger.cc and scavenger-inl.h. The lists are last in, first out, and nothing recurses, so the
/// depth of a structure does not matter.
/// </remarks>
public partial struct Scavenger : IRole<ScavengerMessage>
{
    private readonly ScavengerState _claim;
    private readonly int _number;
    private readonly bool _alone;
    private readonly long _cycle;
    private readonly long _words;
    private readonly WorkerSpaces _own;
    private readonly long _live;
    private readonly Address<CollectorMessage> _collector;

    private LocalWorklist _copied;
    private LocalWorklist _promoted;
    private OldSpaceRefill _refill;
    private AllocationArea _buffer;
    private bool _buffersExhausted;
    private long _epoch;

    private ScavengerState _state;
    private ScavengerState _resume;
    private GuardedSection _section;

    private SlotSource _source;
    private long _cursor;
    private long _end;
    private int _range;
    private long _page;
    private ulong _buckets;
    private ulong _bits;
    private ulong _removed;
    private bool _filters;
    private long _entry;
    private long _entries;
    private PageScan _scan;

    private long _slot;
    private long _object;
    private long _header;
    private long _bytes;
    private long _target;
    private bool _promoting;
    private bool _copyFailed;
    private bool _promotionFailed;
    private bool _recordsOldSlots;

    /// <summary>A scavenger of a world.</summary>
    /// <param name="heap">The heap; regions are taken from it.</param>
    /// <param name="number">Zero-based; zero runs on the main thread.</param>
    /// <param name="tasks">Scavengers of the world.</param>
    /// <param name="cycle">Byte offset of the <see cref="CycleWords"/>.</param>
    /// <param name="words">Byte offset of its own <see cref="WorkerWords"/>.</param>
    /// <param name="own">Its own spaces for promotion.</param>
    /// <param name="live">Byte offset of one <see cref="LiveCount"/> a page, those of the marker of its number.</param>
    /// <param name="zaps">Whether gaps of pages that it sweeps are overwritten.</param>
    /// <param name="collector">Whom it answers.</param>
    /// <param name="claim">How it claims what it copied; another way for a control only.</param>
    public Scavenger(
        SharedHeap heap,
        int number,
        int tasks,
        long cycle,
        long words,
        WorkerSpaces own,
        long live,
        bool zaps,
        Address<CollectorMessage> collector,
        ScavengerState claim = ScavengerState.Claim)
    {
        _claim = claim;
        _number = number;
        _alone = tasks == 1;
        _cycle = cycle;
        _words = words;
        _own = own;
        _live = live;
        _collector = collector;
        _refill = new OldSpaceRefill(number, removesSlots: false, zaps);
        ref var shared = ref Unsafe.As<long, CycleWords>(ref heap.Owned(cycle));
        _copied = new LocalWorklist(new Worklist(heap, shared.Copied));
        _promoted = new LocalWorklist(new Worklist(heap, shared.Promoted));
    }

    /// <inheritdoc/>
    public bool Receive<TTurn>(in ScavengerMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _epoch = message.Epoch;
        switch (message.Verb)
        {
            case ScavengerVerb.VisitRoots:
                (_source, _range, _cursor, _end) = (SlotSource.Roots, turn.Heap.Roots.Count, 0, 0);
                _state = ScavengerState.NextSlot;
                return true;
            case ScavengerVerb.Copy:
                BeginItems(turn.Heap);
                HelperPhase.Note(ref turn, _number, EventKind.PhaseBegin, _epoch, CollectionPhase.ScavengeParallel);
                return true;
            case ScavengerVerb.Wake:
                _state = ScavengerState.Drain;
                HelperPhase.Note(ref turn, _number, EventKind.PhaseBegin, _epoch, CollectionPhase.ScavengeParallel);
                return true;
            case ScavengerVerb.Finish:
                Finish(turn.Heap);
                turn.Send(_collector, new CollectorMessage(CollectorVerb.Finished, _epoch, _number));
                return false;
            default:
                throw new InvalidOperationException($"A scavenger does not know {message.Verb}.");
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
                case ScavengerState.ReadHeader: ReadHeader(heap, ref turn); break;
                case ScavengerState.Claim: Claim(heap, ref turn); break;
                case ScavengerState.NextSlot: NextSlot(heap, ref turn); break;
                case ScavengerState.Drain: Drain(heap); break;
                case ScavengerState.Reserve: Reserve(heap); break;
                case ScavengerState.ClaimLarge: ClaimLarge(heap, ref turn); break;
                case ScavengerState.TakeItem: TakeItem(heap); break;
                case ScavengerState.OpenPage: OpenPage(heap); break;
                case ScavengerState.LoadSlots: LoadSlots(heap); break;
                case ScavengerState.RemoveSlots: RemoveSlots(heap); break;
                case ScavengerState.NextOnPage: NextOnPage(heap); break;
                case ScavengerState.Lock when !TryLock(heap, ref turn):
                case ScavengerState.Refill when !TryRefill(heap, ref turn):
                    return true;
                case ScavengerState.Lock or ScavengerState.Refill: break;
                case ScavengerState.Unlock: Unlock(heap, ref turn); break;
                case ScavengerState.LookCopied:
                    Look(heap, Cycle(heap).Copied, GuardedSection.StealCopied, ScavengerState.LookPromoted);
                    break;
                case ScavengerState.LookPromoted:
                    Look(heap, Cycle(heap).Promoted, GuardedSection.StealPromoted, ScavengerState.Dry);
                    break;
                case ScavengerState.Idle or ScavengerState.Dry: return false;
                default: FollowMove(heap, ref turn); break;
            }

            if (_state == ScavengerState.Dry)
            {
                return RunDry(ref turn);
            }
        }
        while (turn.Spend(Work.Step, 1));

        return _state is not (ScavengerState.Idle or ScavengerState.Dry);
    }

    private readonly bool RunDry<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        HelperPhase.Note(ref turn, _number, EventKind.PhaseEnd, _epoch, CollectionPhase.ScavengeParallel);
        turn.Send(_collector, new CollectorMessage(CollectorVerb.RanDry, _epoch, _number));
        return false;
    }

    private readonly ref CycleWords Cycle(SharedHeap heap) => ref Unsafe.As<long, CycleWords>(ref heap.Owned(_cycle));

    private readonly ref WorkerWords Words(SharedHeap heap) => ref Unsafe.As<long, WorkerWords>(ref heap.Owned(_words));

    /// <summary>The main thread lets one scavenger after the other finish, so nothing is shared here.</summary>
    private void Finish(SharedHeap heap)
    {
        ref var area = ref heap.Control.New.Area;
        var isOnPage = heap.PageOf(_buffer.Limit - 1) == heap.Control.New.CurrentPage; // else it only ends where the page begins
        if (isOnPage && _buffer.Limit == area.Top)
        {
            area.Top = _buffer.Top;
        }
        else
        {
            heap.FreeList.Fill(_buffer.Top, _buffer.Rest);
        }

        _own.Merge(heap);
        (_buffer, _buffersExhausted, _state) = (default, false, ScavengerState.Idle);
    }
}
