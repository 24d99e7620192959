using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Tests.Support;

/// <summary>
/// A mutator that allocates, loads, stores and drops at random over a few registers. The graph it builds depends on its
/// seed alone, never on where objects lie.
/// </summary>
internal struct RandomProgram : IProgram
{
    public const int Registers = 8;
    private const int Globals = 3;
    private readonly long _registers;
    private readonly int _largeEvery;
    private readonly int _largestWords;
    private readonly int _rawEvery;
    private SeededRandom _random;
    private int _operationsLeft;
    private int _operation;
    private int _a;
    private int _b;
    private int _field;
    private PointerStore _store;

    public RandomProgram(SharedHeap heap, int operations, ulong seed, int largestWords, int largeEvery, int rawEvery = 0)
    {
        _registers = heap.Side.Take(Registers);
        heap.Roots.Add(_registers, Globals);
        heap.Roots.Add(_registers + (Globals * sizeof(long)), Registers - Globals, RootKind.Stack);
        _random = new SeededRandom(seed);
        _operationsLeft = operations;
        _operation = -1;
        _largestWords = largestWords;
        _largeEvery = largeEvery;
        _rawEvery = rawEvery;
    }

    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        while (_operationsLeft > 0)
        {
            if (_store.Next != StoreStep.Done)
            {
                _store.Step(heap);
                if (!turn.Spend(Work.Step, 1))
                {
                    return _store.Next == StoreStep.Done ? ProgramStop.SliceEnd : ProgramStop.InsideOperation;
                }

                continue;
            }

            if (_operation < 0)
            {
                _operation = _random.Next(10);
                (_a, _b, _field) = (_random.Next(Registers), _random.Next(Registers), _random.Next(1 << 20));
            }

            if (!TryDo(heap, ref context))
            {
                return ProgramStop.NeedsCollection;
            }

            _operation = -1;
            _operationsLeft--;
            if (!turn.Spend(Work.InstructionTurbofan, 1))
            {
                return _store.Next == StoreStep.Done ? ProgramStop.SliceEnd : ProgramStop.InsideOperation;
            }
        }

        return ProgramStop.Ended;
    }

    private bool TryDo(SharedHeap heap, ref ProgramContext context)
    {
        ref var a = ref heap.Owned(_registers + (_a * 8));
        var b = heap.Owned(_registers + (_b * 8));
        switch (_operation)
        {
            case < 5:
                return TryAllocate(heap, ref context, ref a, b);
            case < 7:
                a = Slot(heap, b) is var slot and not 0 ? heap.Owned(slot) : 0;
                return true;
            case < 9:
                if (Slot(heap, a) is var into and not 0)
                {
                    _store = new PointerStore(heap, into, b);
                }

                return true;
            default:
                a = Tagged.SmallInteger(_field);
                return true;
        }
    }

    private readonly bool TryAllocate(SharedHeap heap, ref ProgramContext context, ref long register, long first)
    {
        var isArray = (_field & 1) != 0;
        var words = _largeEvery > 0 && _field % _largeEvery == 0
            ? (int)(heap.Geometry.MaximumRegularObjectBytes / 8) + 3 + (_field % 50)
            : 2 + (_field % (_largestWords - 1));
        words += isArray && words < 3 ? 1 : 0;
        if (!MutatorAllocator.TryAllocate(heap, ref context, words * 8L, out var address))
        {
            return false;
        }

        heap.Owned(address) = isArray
            ? ObjectHeader.Encode(LayoutKind.TaggedArray, 0, 2)
            : ObjectHeader.Encode(LayoutKind.TaggedFields, words, 1);
        if (_rawEvery > 0 && _field % _rawEvery == 0)
        {
            heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, words, 3);
            heap.Owned(address + ((words - 1) * 8)) = _field; // by chance it looks like a pointer
            register = Tagged.FromAddress(address);
            return true;
        }

        for (var i = 1; i < words; i++)
        {
            heap.Owned(address + (i * 8)) = Tagged.SmallInteger(isArray && i == 1 ? words - 2 : _field + i);
        }

        heap.Owned(address + ((words - 1) * 8)) = first; // no barrier: the object is new, large ones are young too
        register = Tagged.FromAddress(address);
        return true;
    }

    /// <summary>A field of the object in a register; zero when there is no object.</summary>
    private readonly long Slot(SharedHeap heap, long word)
    {
        if (!Tagged.IsPointer(word))
        {
            return 0;
        }

        var address = Tagged.Address(word);
        var header = heap.Owned(address);
        if (!ObjectHeader.HasTaggedWords(header))
        {
            return 0;
        }

        var start = ObjectHeader.FirstTaggedOffset(header);
        var slots = (int)((ObjectHeader.SizeBytes(header, heap.Owned(address + 8)) - start) / 8);
        return address + start + (_field % slots * 8);
    }
}
