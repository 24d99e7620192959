using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Support;

/// <summary>Makes garbage for a number of operations, and writes into the record whenever it runs.</summary>
internal struct TickingProgram(int operations, long bytes) : IProgram
{
    /// <summary>What it writes; no role writes it.</summary>
    public const EventKind Tick = (EventKind)1000;

    private int _left = operations;

    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        turn.Record(Tick, 0, context.Mutator, _left);
        while (_left > 0)
        {
            if (!MutatorAllocator.TryAllocate(turn.Heap, ref context, bytes, out var address))
            {
                return ProgramStop.NeedsCollection;
            }

            turn.Heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, (int)(bytes / 8), 0);
            _left--;
            if (!turn.Spend(Work.InstructionTurbofan, 1))
            {
                return ProgramStop.SliceEnd;
            }
        }

        return ProgramStop.Ended;
    }
}
