using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>
/// Runs the operations of a <see cref="LitmusText"/>, each of them a step but for stores, which are the steps of the barrier,
/// changes in place and allocations in old space.
/// </summary>
/// <param name="table">Number of the text.</param>
/// <param name="registers">Byte offset of the registers, a root range; the word behind them is one when the program has ended.</param>
public struct LitmusProgram(int table, long registers) : IProgram
{
    private const int LastResort = 3;
    private int _at;
    private int _newest;
    private int _made;
    private bool _isChosen;
    private LitmusOperation _chosen;
    private PointerStore _store;
    private LayoutChange _change;

    private readonly bool IsInside => _store.Next != StoreStep.Done || _change.Next != LayoutStep.Done;

    /// <inheritdoc/>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var text = turn.Tables.Get<LitmusText>(table);
        while (IsInside || _at < text.Operations.Count)
        {
            if (!IsInside)
            {
                var operation = text.Operations[_at];
                var stop = operation.Verb == LitmusVerb.Any
                    ? BeginAny(text, operation.Field, ref context, ref turn)
                    : Begin(text, operation, ref context, ref turn);
                if (stop != ProgramStop.SliceEnd)
                {
                    return stop;
                }

                _at += operation.Verb == LitmusVerb.Any && _made >= 0 ? 0 : 1;
                _made = Math.Max(_made, 0);
            }

            if (IsInside && !TryStep(turn.Heap))
            {
                turn.Pay(Work.LockWait, 1);
                return ProgramStop.InsideOperation;
            }

            if (!turn.Spend(Work.Step, 1))
            {
                return IsInside ? ProgramStop.InsideOperation : ProgramStop.SliceEnd;
            }
        }

        Register(turn.Heap, LitmusSyntax.Registers) = 1;
        return ProgramStop.Ended;
    }

    private readonly ref long Register(SharedHeap heap, int number) => ref heap.Owned(registers + (number * 8L));

    private bool TryStep(SharedHeap heap)
    {
        if (_store.Next == StoreStep.Done)
        {
            return _change.TryStep(heap);
        }

        _store.Step(heap);
        return true;
    }

    /// <summary>What a program that may do anything may do next; nothing when it stands elsewhere.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="operations">The program.</param>
    internal readonly IReadOnlyList<LitmusOperation> Offered(SharedHeap heap, IReadOnlyList<LitmusOperation> operations)
    {
        if (IsInside || _isChosen || _at >= operations.Count || operations[_at].Verb != LitmusVerb.Any)
        {
            return [];
        }

        var options = new LitmusOperation[AnyOperation.Most];
        return options[..AnyOperation.Offer(heap, registers, operations[_at].Field > 0, options)];
    }

    /// <summary>Begins any operation, or ends with them: then <see cref="_made"/> is below zero. See Note [The most general program].</summary>
    private ProgramStop BeginAny<TTurn>(LitmusText text, int most, ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!_isChosen)
        {
            Span<LitmusOperation> options = stackalloc LitmusOperation[AnyOperation.Most];
            var count = AnyOperation.Offer(turn.Heap, registers, most > 0, options);
            _chosen = options[turn.Choose(count)];
            if (_chosen.Verb == LitmusVerb.Any)
            {
                (_chosen, _made) = (default, -1);
                return ProgramStop.SliceEnd;
            }
        }

        var stop = Begin(text, _chosen, ref context, ref turn);
        _isChosen = stop != ProgramStop.SliceEnd;
        if (!_isChosen)
        {
            _chosen = default;
            _made = most == 0 ? 0 : _made + 1 == most ? -1 : _made + 1;
        }

        return stop;
    }

    private ProgramStop Begin<TTurn>(LitmusText text, in LitmusOperation operation, ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        ref var a = ref Register(heap, operation.A);
        var b = operation.B < 0 ? 0 : Register(heap, operation.B);
        switch (operation.Verb)
        {
            case LitmusVerb.Copy: a = b; break;
            case LitmusVerb.Load: a = heap.LoadRelaxed(Slot(b, operation.Field)); break;
            case LitmusVerb.LoadWeak: a = LoadWeak(text, heap, b); break;
            case LitmusVerb.Store: Store(text, heap, operation, b); break;
            case LitmusVerb.Trim: _change = LayoutChange.Trim(heap, Address(a), operation.Field, LayoutChange.DutiesUnder(text.Defect)); break;
            case LitmusVerb.Become: _change = Become(text, heap, Address(a), operation.Field); break;
            case LitmusVerb.Allocate: return Allocate(text, operation, ref context, heap);
            case LitmusVerb.AllocateOld: return AllocateOld(text, operation, ref context, ref turn);
            case LitmusVerb.Sleep: (context.WakeAt, _at) = (turn.Now + 1, _at + 1); return ProgramStop.Sleeps;
            case LitmusVerb.Mark: (context.IsMarkingDue, _at) = (true, _at + 1); return ProgramStop.NeedsCollection;
            case LitmusVerb.Step when heap.Control.Barrier.Duties == 0: break;
            case LitmusVerb.Step: (context.IsStepDue, _at) = (true, _at + 1); return ProgramStop.NeedsCollection;
            default: return Collect(operation.Verb, ref context);
        }

        return ProgramStop.SliceEnd;
    }

    private ProgramStop Collect(LitmusVerb verb, ref ProgramContext context)
    {
        // A scavenge is what an interval setting asks for; a full collection is the last resort of a request.
        context.FailedAttempts = verb == LitmusVerb.Collect ? LastResort : 0;
        context.Request = new AllocationRequest(Bytes: 0, IsLarge: false, IsForced: verb == LitmusVerb.Scavenge);
        _at++;
        return ProgramStop.NeedsCollection;
    }

    private ProgramStop Allocate(LitmusText text, in LitmusOperation operation, ref ProgramContext context, SharedHeap heap)
    {
        var words = operation.Field + 1;
        if (!MutatorAllocator.TryAllocate(heap, ref context, words * 8L, out var address))
        {
            return ProgramStop.NeedsCollection;
        }

        Fill(text, operation, heap, address);
        _newest = operation.A + 1;
        return ProgramStop.SliceEnd;
    }

    private readonly ProgramStop AllocateOld<TTurn>(LitmusText text, in LitmusOperation operation, ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var words = operation.Field + 1;
        if (!OldAllocation.TryAllocate(ref context, words * 8L, ref turn, out var address, out var stop))
        {
            return stop;
        }

        Fill(text, operation, turn.Heap, address);
        return ProgramStop.SliceEnd;
    }

    private readonly void Fill(LitmusText text, in LitmusOperation operation, SharedHeap heap, long address)
    {
        var words = operation.Field + 1;
        heap.Owned(address) = ObjectHeader.Encode(LayoutKind.TaggedFields, words, text.ShapeOf(_at));
        for (var i = 1; i < words; i++)
        {
            heap.Owned(address + (i * 8)) = Tagged.Zero;
        }

        Register(heap, operation.A) = Tagged.FromAddress(address);
    }

    private void Store(LitmusText text, SharedHeap heap, in LitmusOperation operation, long value)
    {
        var holder = Register(heap, operation.A);
        if (text.Defect == Defect.ElidedBarrier && _newest == operation.A + 1)
        {
            heap.StoreRelease(Slot(holder, operation.Field), value); // as if no safepoint had been since the holder was allocated
            return;
        }

        _store = new PointerStore(heap, Address(holder), Slot(holder, operation.Field), value);
    }

    private static long LoadWeak(LitmusText text, SharedHeap heap, long weak)
    {
        var word = heap.Owned(Slot(weak, WeakWords.ReferenceTarget - 1));
        if (text.Defect != Defect.WeakLoadsUnshaded)
        {
            WriteBarrier.KeepForSnapshot(heap, word);
        }

        return word;
    }

    private static LayoutChange Become(LitmusText text, SharedHeap heap, long address, int fields)
    {
        var header = ObjectHeader.Encode(LayoutKind.RawFields, fields + 1, ObjectHeader.Shape(heap.Owned(address)));
        var raw = Tagged.FromAddress(heap.Layout.PagesStart + heap.Geometry.AreaStartBytes + 8); // inside an object, if anywhere
        return LayoutChange.Become(heap, address, header, raw, LayoutChange.DutiesUnder(text.Defect));
    }

    private static long Slot(long holder, int field) => Address(holder) + ObjectHeader.Bytes + (field * 8L);

    private static long Address(long word) => Tagged.IsPointer(word)
        ? Tagged.Address(word)
        : throw new InvalidOperationException("A litmus program follows a word that is no pointer.");
}
