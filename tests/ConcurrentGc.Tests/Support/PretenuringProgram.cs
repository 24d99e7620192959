using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Tests.Support;

/// <summary>
/// Allocates objects of four words at random, most of them in old space, fills them by way of the barrier, one step at a
/// time, and keeps some in globals and on a stack.
/// </summary>
internal struct PretenuringProgram : IProgram
{
    private const int Registers = 12;
    private const int Globals = 6;
    private const long Bytes = 32;
    private readonly long _registers;
    private readonly int _oldOfTen;
    private SeededRandom _random;
    private PointerStore _store;
    private int _left;
    private int _choice;
    private int _fields;

    public PretenuringProgram(SharedHeap heap, int objects, ulong seed, int oldOfTen = 7)
    {
        _registers = heap.Side.Take(Registers);
        heap.Roots.Add(_registers, Globals);
        heap.Roots.Add(_registers + (Globals * sizeof(long)), Registers - Globals, RootKind.Stack);
        (_left, _random, _choice, _oldOfTen) = (objects, new SeededRandom(seed), -1, oldOfTen);
    }

    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        while (_left > 0 || _store.Next != StoreStep.Done)
        {
            if (_store.Next != StoreStep.Done)
            {
                _store.Step(heap);
            }
            else if (_fields > 0)
            {
                var target = Tagged.Address(heap.Owned(_registers + (_choice * 8)));
                _store = new PointerStore(heap, target, target + (_fields-- * 8), heap.Owned(_registers + (_random.Next(Registers) * 8)));
            }
            else if (!TryAllocate(ref context, ref turn, out var stop))
            {
                return stop;
            }

            if (!turn.Spend(Work.InstructionTurbofan, 1))
            {
                return _store.Next == StoreStep.Done ? ProgramStop.SliceEnd : ProgramStop.InsideOperation;
            }
        }

        return ProgramStop.Ended;
    }

    private bool TryAllocate<TTurn>(ref ProgramContext context, ref TTurn turn, out ProgramStop stop)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        stop = ProgramStop.NeedsCollection;
        _choice = _choice < 0 ? _random.Next(10 * Registers) : _choice;
        if (_choice / Registers < _oldOfTen
            ? !OldAllocation.TryAllocate(ref context, Bytes, ref turn, out var address, out stop)
            : !MutatorAllocator.TryAllocate(heap, ref context, Bytes, out address))
        {
            return false;
        }

        heap.Owned(address) = ObjectHeader.Encode(LayoutKind.TaggedFields, (int)(Bytes / 8), 1);
        for (var offset = 8L; offset < Bytes; offset += 8)
        {
            heap.Owned(address + offset) = Tagged.Zero;
        }

        _choice %= Registers;
        heap.Owned(_registers + (_choice * 8)) = Tagged.FromAddress(address);
        (_fields, _left) = (2, _left - 1);
        return true;
    }
}
