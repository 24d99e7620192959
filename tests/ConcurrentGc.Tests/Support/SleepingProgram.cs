using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Tests.Support;

/// <summary>Makes garbage and sleeps in turn. Fails when it is called before its time has come.</summary>
internal struct SleepingProgram(int rounds, int objects, long nanoseconds) : IProgram
{
    private const int ObjectBytes = 64;

    private readonly int _objects = objects;
    private int _rounds = rounds;
    private int _left = objects;
    private long _wakeAt;

    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (turn.Now < _wakeAt)
        {
            throw new InvalidOperationException($"Called at {turn.Now}, asleep until {_wakeAt}.");
        }

        while (_left > 0)
        {
            if (!MutatorAllocator.TryAllocate(turn.Heap, ref context, ObjectBytes, out var address))
            {
                return ProgramStop.NeedsCollection;
            }

            turn.Heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, ObjectBytes / 8, 0);
            _left--;
            if (!turn.Spend(Work.InstructionTurbofan, 1))
            {
                return ProgramStop.SliceEnd;
            }
        }

        if (--_rounds == 0)
        {
            return ProgramStop.Ended;
        }

        _left = _objects;
        _wakeAt = turn.Now + nanoseconds;
        context.WakeAt = _wakeAt;
        return ProgramStop.Sleeps;
    }
}
