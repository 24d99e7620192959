using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>
/// Runs the operations of a <see cref="LitmusText"/>, each of them a step but for stores, which are the steps of the barrier.
/// </summary>
/// <param name="table">Number of the text.</param>
/// <param name="registers">Byte offset of the registers, a root range; the word behind them is one when the program has ended.</param>
public struct LitmusProgram(int table, long registers) : IProgram
{
    private const int LastResort = 3;
    private int _at;
    private PointerStore _store;

    /// <inheritdoc/>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var operations = turn.Tables.Get<LitmusText>(table).Operations;
        while (_store.Next != StoreStep.Done || _at < operations.Count)
        {
            if (_store.Next == StoreStep.Done)
            {
                var stop = Begin(operations[_at], ref context, ref turn);
                if (stop != ProgramStop.SliceEnd)
                {
                    return stop;
                }

                _at++;
            }

            if (_store.Next != StoreStep.Done)
            {
                _store.Step(turn.Heap);
            }

            if (!turn.Spend(Work.Step, 1))
            {
                return _store.Next == StoreStep.Done ? ProgramStop.SliceEnd : ProgramStop.InsideOperation;
            }
        }

        Register(turn.Heap, LitmusSyntax.Registers) = 1;
        return ProgramStop.Ended;
    }

    private readonly ref long Register(SharedHeap heap, int number) => ref heap.Owned(registers + (number * 8L));

    private ProgramStop Begin<TTurn>(in LitmusOperation operation, ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        ref var a = ref Register(heap, operation.A);
        var b = operation.B < 0 ? 0 : Register(heap, operation.B);
        switch (operation.Verb)
        {
            case LitmusVerb.Copy: a = b; break;
            case LitmusVerb.Load: a = heap.LoadRelaxed(Slot(b, operation.Field)); break;
            case LitmusVerb.Store: _store = new PointerStore(heap, Tagged.Address(a), Slot(a, operation.Field), b); break;
            case LitmusVerb.Allocate: return Allocate(operation, ref context, heap);
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

    private readonly ProgramStop Allocate(in LitmusOperation operation, ref ProgramContext context, SharedHeap heap)
    {
        var words = operation.Field + 1;
        if (!MutatorAllocator.TryAllocate(heap, ref context, words * 8L, out var address))
        {
            return ProgramStop.NeedsCollection;
        }

        heap.Owned(address) = ObjectHeader.Encode(LayoutKind.TaggedFields, words, 0);
        for (var i = 1; i < words; i++)
        {
            heap.Owned(address + (i * 8)) = Tagged.Zero;
        }

        Register(heap, operation.A) = Tagged.FromAddress(address);
        return ProgramStop.SliceEnd;
    }

    private static long Slot(long holder, int field) => Tagged.Address(holder) + ObjectHeader.Bytes + (field * 8L);
}
