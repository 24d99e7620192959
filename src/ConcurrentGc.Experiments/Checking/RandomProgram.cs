using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>
/// A mutator that allocates, loads, stores and drops at random over a few registers. The graph it builds depends on its
/// seed alone, never on where objects lie; with weak loads, on when it was collected too.
/// </summary>
internal partial struct RandomProgram : IProgram
{
    public const int Registers = 8;
    private const int Globals = 3;
    private const int LongestSleep = 40_000_000;

    /// <summary>For so many operations it builds lists, for as many it takes them down; a power of two.</summary>
    private const int PhaseOperations = 128;
    private readonly long _registers;
    private readonly RandomMix _mix;
    private readonly RandomSizes _sizes;
    private readonly Defect _defect;
    private readonly LayoutDuties _duties;
    private SeededRandom _random;
    private int _operationsLeft;
    private bool _isDrawn;
    private bool _hasSlept;
    private RandomOperation _operation;
    private int _a;
    private int _b;
    private int _field;
    private int _newest;
    private int _pushed;
    private PointerStore _store;
    private LayoutChange _change;

    /// <summary>A program of the plain mix.</summary>
    public RandomProgram(SharedHeap heap, int operations, ulong seed, int largestWords, int largeEvery)
        : this(heap, operations, seed, RandomMix.Plain, new RandomSizes(largestWords, largeEvery))
    {
    }

    /// <summary>A program of any mix, with a defect of its own or none.</summary>
    public RandomProgram(
        SharedHeap heap, int operations, ulong seed, RandomMix mix, RandomSizes sizes, Defect defect = Defect.None,
        LayoutDuties duties = LayoutDuties.All)
    {
        _registers = heap.Side.Take(Registers);
        heap.Roots.Add(_registers, Globals);
        var hidden = defect == Defect.UntrackedRoot ? 1 : 0;
        heap.Roots.Add(_registers + (Globals * sizeof(long)), Registers - Globals - hidden, RootKind.Stack);
        (_mix, _sizes, _defect, _duties) = (mix, sizes, defect, duties);
        _random = new SeededRandom(seed);
        _operationsLeft = operations;
        _hasSlept = true;
        _newest = -1;
    }

    private readonly bool IsInside => _store.Next != StoreStep.Done || _change.Next != LayoutStep.Done;

    private readonly bool HasShelf => _mix != RandomMix.Plain;

    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        if (HasShelf && heap.Owned(_registers) == 0)
        {
            return !TryAllocateShelf(heap, ref context) ? ProgramStop.NeedsCollection : ProgramStop.SliceEnd;
        }

        _ = context.Frames.TryBegin(turn.Now, out _);
        while (_operationsLeft > 0 || IsInside)
        {
            if (IsInside)
            {
                if (!TryStep(heap))
                {
                    turn.Pay(Work.LockWait, 1);
                    return ProgramStop.InsideOperation;
                }

                if (!turn.Spend(Work.Step, 1))
                {
                    return IsInside ? ProgramStop.InsideOperation : ProgramStop.SliceEnd;
                }

                continue;
            }

            if (!_hasSlept && _sizes.SleepEvery > 0 && _operationsLeft % _sizes.SleepEvery == 0)
            {
                return Sleep(ref context, turn.Now);
            }

            if (!_isDrawn)
            {
                Draw();
            }

            var stop = ProgramStop.NeedsCollection;
            if (_operation == RandomOperation.AllocateOld ? !TryAllocateOld(ref context, ref turn, out stop) : !TryDo(heap, ref context))
            {
                return stop;
            }

            (_isDrawn, _hasSlept) = (false, false);
            _operationsLeft--;
            if (!turn.Spend(Work.InstructionTurbofan, 1))
            {
                return IsInside ? ProgramStop.InsideOperation : ProgramStop.SliceEnd;
            }
        }

        return ProgramStop.Ended;
    }

    /// <summary>Half of the times it waits for a frame, too; what it does until it sleeps again is the work for that.</summary>
    private ProgramStop Sleep(ref ProgramContext context, long now)
    {
        _hasSlept = true;
        context.WakeAt = now + _random.Next(LongestSleep);
        context.Frames.End();
        if (_random.Next(2) == 0)
        {
            context.Frames.Request(now);
            context.WakeAt = Math.Min(context.WakeAt, context.Frames.Due);
        }

        return ProgramStop.Sleeps;
    }

    private bool TryStep(SharedHeap heap)
    {
        if (_store.Next == StoreStep.Done)
        {
            return _change.TryStep(heap);
        }

        _store.Step(heap);
        return true;
    }

    private void Draw()
    {
        var first = HasShelf ? 1 : 0;
        _operation = RandomMixes.Draw(_mix, ref _random);
        var isTearingDown = HasShelf && (_operationsLeft & PhaseOperations) != 0;
        _operation = isTearingDown && _operation == RandomOperation.Push ? RandomOperation.Unlink : _operation;
        (_a, _b) = HasShelf && _random.Next(2) == 0 && _a != 0
            ? (_b, _a) // it goes on with what it has in hand
            : (first + _random.Next(Registers - first), first + _random.Next(Registers - first));
        _field = _random.Next(1 << 20);
        _isDrawn = true;
    }

    private bool TryDo(SharedHeap heap, ref ProgramContext context)
    {
        ref var a = ref heap.Owned(_registers + (_a * 8));
        var b = heap.Owned(_registers + (_b * 8));
        var shelf = heap.Owned(_registers);
        switch (_operation)
        {
            case RandomOperation.Allocate: return TryAllocate(heap, ref context, ref a, b);
            case RandomOperation.AllocateBuffer: return TryAllocateBuffer(heap, ref context, ref a, b);
            case RandomOperation.AllocateWeak: return TryAllocateWeak(heap, ref context, ref a, b);
            case RandomOperation.Load: a = Slot(heap, b, RandomWords.Strong) is var slot and not 0 ? heap.Owned(slot) : 0; break;
            case RandomOperation.LoadWeak: a = LoadWeak(heap, Slot(heap, b, RandomWords.Weak)); break;
            case RandomOperation.Store: Store(heap, a, b); break;
            case RandomOperation.Keep: Store(heap, shelf, b); break;
            case RandomOperation.Take: a = heap.Owned(Slot(heap, shelf, RandomWords.Strong)); break;
            case RandomOperation.Release: Store(heap, shelf, Tagged.SmallInteger(_field)); break;
            case RandomOperation.Push: return TryPush(heap, ref context, shelf);
            case RandomOperation.Unlink: Unlink(heap, shelf); break;
            case RandomOperation.KeepWeak: Store(heap, shelf, LoadWeak(heap, AnyWeakSlot(heap))); break;
            case RandomOperation.Change: _change = Tagged.IsPointer(a) ? RandomChange.Of(heap, Tagged.Address(a), _field, _duties) : default; break;
            default: a = Tagged.SmallInteger(_field); break;
        }

        return true;
    }

    private void Store(SharedHeap heap, long holder, long value)
    {
        var slot = Slot(heap, holder, RandomWords.All);
        if (slot == 0)
        {
            return;
        }

        var address = Tagged.Address(holder);
        if (ObjectHeader.Layout(heap.Owned(address)) == LayoutKind.EphemeronTable && !IsPair(heap, address, slot, value))
        {
            return;
        }

        if (_defect == Defect.ElidedBarrier && _a == _newest && _operation == RandomOperation.Store)
        {
            heap.Owned(slot) = value; // as if no safepoint had been since the holder was allocated
            return;
        }

        _store = new PointerStore(heap, address, slot, value);
    }

    private bool TryPush(SharedHeap heap, ref ProgramContext context, long shelf)
    {
        var head = 0L;
        if (!TryAllocate(heap, ref context, ref head, heap.Owned(Slot(heap, shelf, RandomWords.Strong))))
        {
            return false;
        }

        _pushed = _field;
        Store(heap, shelf, head);
        return true;
    }

    /// <summary>Often takes off what it pushed last, which is still young.</summary>
    private void Unlink(SharedHeap heap, long shelf)
    {
        _field = (_field & 1) == 0 ? _field : _pushed;
        var slot = Slot(heap, shelf, RandomWords.Strong);
        var head = heap.Owned(slot);
        if (Slot(heap, head, RandomWords.Strong) == 0)
        {
            return;
        }

        var address = Tagged.Address(head);
        var bytes = ObjectHeader.SizeBytes(heap.Owned(address), heap.Owned(address + 8));
        var link = address + WeakWords.Strong(heap.Owned(address), bytes).End - 8;
        _store = new PointerStore(heap, Tagged.Address(shelf), slot, heap.Owned(link));
    }

    private readonly bool TryAllocateShelf(SharedHeap heap, ref ProgramContext context)
    {
        var words = _sizes.ShelfWords + 2;
        if (!MutatorAllocator.TryAllocate(heap, ref context, words * 8L, out var address))
        {
            return false;
        }

        Fill(heap, address, words, ObjectHeader.Encode(LayoutKind.TaggedArray, 0, 2));
        heap.Owned(address + 8) = Tagged.SmallInteger(words - 2);
        heap.Owned(_registers) = Tagged.FromAddress(address);
        return true;
    }

    private bool TryAllocate(SharedHeap heap, ref ProgramContext context, ref long register, long first)
    {
        var isArray = (_field & 1) != 0;
        var isRaw = HasShelf && (_field & 14) == 14;
        var words = _sizes.LargeEvery > 0 && _field % _sizes.LargeEvery == 0
            ? (int)(heap.Geometry.MaximumRegularObjectBytes / 8) + 3 + (_field % 50)
            : 2 + (_field % (_sizes.LargestWords - 1));
        words += isArray && words < 3 ? 1 : 0;
        if (!MutatorAllocator.TryAllocate(heap, ref context, words * 8L, out var address))
        {
            return false;
        }

        var header = isArray ? ObjectHeader.Encode(isRaw ? LayoutKind.RawWordArray : LayoutKind.TaggedArray, 0, 2)
            : ObjectHeader.Encode(isRaw ? LayoutKind.RawFields : FieldsOf(words), words, 1);
        Fill(heap, address, words, header);
        if (isArray)
        {
            heap.Owned(address + 8) = Tagged.SmallInteger(words - 2);
        }

        if (!isRaw)
        {
            heap.Owned(address + ((words - 1) * 8)) = first; // no barrier: the object is new, large ones are young too
        }

        register = Tagged.FromAddress(address);
        _newest = _operation == RandomOperation.Allocate ? _a : -1;
        return true;
    }

    private readonly LayoutKind FieldsOf(int words) =>
        _mix == RandomMix.Changes && words < RandomChange.MostWords ? LayoutKind.Changeable : LayoutKind.TaggedFields;

    /// <summary>Small integers in all words behind the header.</summary>
    private readonly void Fill(SharedHeap heap, long address, int words, long header)
    {
        heap.Owned(address) = header;
        for (var i = 1; i < words; i++)
        {
            heap.Owned(address + (i * 8)) = Tagged.SmallInteger(_field + i);
        }
    }

    /// <summary>A word of the object that a tagged word points to; zero when there is none.</summary>
    private readonly long Slot(SharedHeap heap, long word, RandomWords which)
    {
        if (!Tagged.IsPointer(word))
        {
            return 0;
        }

        var address = Tagged.Address(word);
        var header = heap.Owned(address);
        var bytes = ObjectHeader.SizeBytes(header, heap.Owned(address + 8));
        var isTable = ObjectHeader.Layout(header) == LayoutKind.EphemeronTable;
        var (first, end) = which switch
        {
            RandomWords.Strong => WeakWords.Strong(header, bytes),
            _ when isTable => (WeakWords.TableFirstKey * 8, bytes),
            RandomWords.Weak => (WeakWords.Weak(header).First * 8, WeakWords.Weak(header).End * 8),
            _ => (ObjectHeader.FirstTaggedOffset(header, bytes), bytes),
        };
        end = ObjectHeader.Layout(header) == LayoutKind.ArrayBuffer && end != first ? BackingStore.BufferWord * 8 : end; // what follows is no tagged word
        return first == end ? 0 : address + first + (_field % (int)((end - first) / 8) * 8);
    }
}
