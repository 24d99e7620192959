using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Experiments.Traces;

// Note [Recording a trace].
//
// A trace is not recorded store by store, which every program would pay for, but seen: in the pause before each
// collection, and when the program ends.
//
//   1. what was allocated since the last look lies in new space in order of allocation
//   2. a walk from the roots finds what lives; its words are compared with what the trace says of them so far
//   3. objects that died since the last look are walked too, as their words are now: old ones keep what they point to, and
//      what that points to, until a full collection
//   4. written are: the allocations, those that are dead already as garbage; the changed words as stores; the roots.
//      Names of the dead are given to others
//
// Objects move in the collection, so a second walk after it gives the names to the new addresses: a collection does not
// change the graph that the walk sees, so the n-th object of one walk is the n-th of the other.
//
// What was there before the first line of the program is outside of the trace: a pointer from there is a root.
// Followed with the flags of the recording, a trace collects at the same allocations and moves the same objects, until a
// full collection comes: its moment depends on time, and time passes otherwise, since whatever was held from outside of the
// trace is a root, and instructions lie evenly between two looks. With other flags it is as exact as the looks are close: an object that dies between two looks is allocated dead.

/// <summary>Sees what a program does and writes it as a trace. See Note [Recording a trace].</summary>
/// <param name="heap">The heap.</param>
/// <param name="writer">Takes the trace; not owned.</param>
/// <param name="prices">Of the machine: they turn the program's time into instructions.</param>
public sealed class TraceRecorder(SharedHeap heap, TraceWriter writer, MachinePrices prices) : IHeapInspector
{
    private const int Seen = 1 << 30;
    private const int Outside = 1 << 29;
    private const int PicosecondsPerNanosecond = 1000;
    private const long BytesBetweenInstructions = 1 << 16;

    private readonly ObjectTable _table = new(heap);
    private readonly YoungAllocations _young = new(heap);
    private readonly RecordedNames _names = new();
    private readonly RecordedRoots _roots = new(writer);
    private readonly List<int> _namesOfYoung = [];
    private readonly List<(int Holder, int Slot, int Value)> _stores = [];
    private readonly List<int> _targets = [];
    private readonly List<(long Address, int Name)> _dying = [];
    private List<long> _walked = [];
    private List<long> _lastWalked = [];
    private readonly List<int> _numbers = [];
    private long _nanoseconds;
    private bool _requestIsLarge;
    private bool _largeFirst;

    /// <summary>Begins when the program is loaded and the heap has nothing else yet.</summary>
    /// <param name="literalBytes">Bytes of old space that hold what the program brought there.</param>
    public void Begin(long literalBytes)
    {
        writer.WriteHead(literalBytes);
        _young.MarkStart();
        _young.Collect(largeFirst: false);
    }

    /// <summary>Leaves out what new space has got from elsewhere since <see cref="Begin"/>.</summary>
    public void Start() => _young.Mark();

    /// <summary>The program has returned.</summary>
    /// <param name="nanoseconds">How long it ran.</param>
    /// <param name="requestIsLarge">Whether it asked for room for a large object, when it asked for any.</param>
    public void Returned(long nanoseconds, bool requestIsLarge) =>
        (_nanoseconds, _requestIsLarge) = (_nanoseconds + nanoseconds, requestIsLarge);

    /// <summary>The program has ended.</summary>
    public void Finish() => Look();

    /// <inheritdoc/>
    public void Before(SharedHeap heap, long epoch) => Look();

    /// <inheritdoc/>
    public void After(SharedHeap heap, long epoch)
    {
        (_walked, _lastWalked) = (_lastWalked, _walked);
        _walked.Clear();
        _table.Fit();
        ForEachRoot(Meet);
        for (var next = 0; next < _walked.Count; next++)
        {
            foreach (var word in _table.TaggedWords(_walked[next], out _))
            {
                Meet(word);
            }
        }

        if (_walked.Count != _numbers.Count)
        {
            throw new InvalidOperationException(
                $"{_numbers.Count} objects were reachable before cycle {epoch}, {_walked.Count} are after: see Note [Recording a trace].");
        }

        _young.Mark();
    }

    private void Meet(long word)
    {
        if (Tagged.IsPointer(word) && _table.At(Tagged.Address(word)) == 0 && _walked.Count < _numbers.Count)
        {
            _table.At(Tagged.Address(word)) = _numbers[_walked.Count];
            _walked.Add(Tagged.Address(word));
        }
    }

    private void Look()
    {
        (_walked, _lastWalked) = (_lastWalked, _walked);
        _walked.Clear();
        _numbers.Clear();
        _table.Fit();
        _young.Collect(_largeFirst);
        _largeFirst = _requestIsLarge;
        for (var index = 0; index < _young.Objects.Count; index++)
        {
            _table.At(_young.Objects[index]) = -1 - index;
            _namesOfYoung.Add(0);
        }

        Walk();
        WalkDying();
        _names.Turn();
        WriteAllocations();
        foreach (var (holder, slot, value) in _stores)
        {
            writer.Write(TraceFormat.Store, holder, slot, value);
        }

        _roots.Write();
        if (_young.Objects.Count > 0)
        {
            writer.Write(TraceFormat.LetGo);
        }

        foreach (var (_, name) in _dying)
        {
            _names.Return(name); // whoever gets it next takes it over: no line tells
        }

        _dying.Clear();
        writer.Flush();
        Forget();
    }

    private void Walk()
    {
        ForEachRoot(word => HoldBy(Visit(word)));
        for (var next = 0; next < _walked.Count; next++)
        {
            var name = _numbers[next] & (Outside - 1);
            var words = _table.TaggedWords(_walked[next], out var first);
            if (name == 0 || !_names.HasPointers(name))
            {
                foreach (var word in words)
                {
                    HoldBy(Visit(word));
                }

                continue;
            }

            _targets.Clear();
            foreach (var word in words)
            {
                _targets.Add(Visit(word));
            }

            Replace(name, first);
        }
    }

    private void Replace(int name, int first) =>
        _names.Replace(name, _targets, (index, value) => _stores.Add((name, first + index, value)));

    private void WalkDying()
    {
        foreach (var address in _lastWalked)
        {
            if (_table.At(address) is var number and > 0 and < Outside)
            {
                _dying.Add((address, number));
            }
        }

        for (var next = 0; next < _dying.Count; next++)
        {
            var (address, name) = _dying[next];
            if (_names.HasPointers(name))
            {
                _targets.Clear();
                var words = _table.TaggedWords(address, out var first);
                foreach (var word in words)
                {
                    _targets.Add(NameOfDyingTarget(word));
                }

                Replace(name, first);
            }
        }
    }

    /// <summary>The name of the object that a word of a dead one points to; a new object gets one, and is dead too.</summary>
    private int NameOfDyingTarget(long word)
    {
        if (!Tagged.IsPointer(word))
        {
            return 0;
        }

        var address = Tagged.Address(word);
        ref var number = ref _table.At(address);
        if (number < 0)
        {
            number = NameYoung(address, number);
            _dying.Add((address, number));
        }

        return number & (Outside - 1);
    }

    /// <summary>Gives a name to an object that is new since the last look.</summary>
    private int NameYoung(long address, int number)
    {
        var name = _names.Take(ObjectHeader.HasTaggedWords(heap.Owned(address)));
        _namesOfYoung[-1 - number] = name;
        return name;
    }

    private void HoldBy(int name)
    {
        if (name > 0)
        {
            _roots.Hold(name);
        }
    }

    /// <summary>The name of the object that a word points to; zero: it has none.</summary>
    private int Visit(long word)
    {
        if (!Tagged.IsPointer(word))
        {
            return 0;
        }

        var address = Tagged.Address(word);
        ref var number = ref _table.At(address);
        if (number < 0)
        {
            number = NameYoung(address, number);
        }
        else if ((number & Seen) == 0)
        {
            number = number == 0 ? Outside : number;
        }
        else
        {
            return number & (Outside - 1);
        }

        _walked.Add(address);
        _numbers.Add(number);
        number |= Seen;
        return number & (Outside - 1);
    }

    private void ForEachRoot(Action<long> visit)
    {
        for (var range = 0; range < heap.Roots.Count; range++)
        {
            var (start, words) = (heap.Roots.Start(range), heap.Roots.Words(range));
            for (var index = 0L; index < words; index++)
            {
                visit(heap.Owned(start + (index * 8)));
            }
        }
    }

    private void WriteAllocations()
    {
        var bytes = _young.Bytes.Sum();
        var instructions = TakeInstructions(bytes);
        var (allocated, paid) = (0L, 0L);
        for (var index = 0; index < _young.Objects.Count; index++)
        {
            var (name, size) = (_namesOfYoung[index], _young.Bytes[index]);
            if (name == 0)
            {
                writer.WriteGarbage(size);
            }
            else
            {
                writer.Write(_names.HasPointers(name) ? TraceFormat.AllocatePointers : TraceFormat.Allocate, name, size);
            }

            allocated += size;
            var due = (long)((double)instructions * allocated / bytes);
            if (allocated / BytesBetweenInstructions != (allocated - size) / BytesBetweenInstructions && due > paid)
            {
                writer.Write(TraceFormat.Instructions, due - paid);
                paid = due;
            }
        }

        if (instructions > paid)
        {
            writer.Write(TraceFormat.Instructions, instructions - paid);
        }
    }

    /// <summary>The time that the program has run, without what its allocations cost, in optimized instructions.</summary>
    private long TakeInstructions(long bytes)
    {
        var price = prices.Picoseconds[(int)Work.InstructionTurbofan];
        var picoseconds = (_nanoseconds * PicosecondsPerNanosecond) - (bytes * prices.Picoseconds[(int)Work.AllocateByte]);
        _nanoseconds = 0;
        return price == 0 ? 0 : Math.Max(0, picoseconds / price);
    }

    /// <summary>Addresses mean nothing after the collection; the numbers in the order of the walk stay.</summary>
    private void Forget()
    {
        foreach (var address in _lastWalked.Concat(_walked).Concat(_young.Objects))
        {
            _table.At(address) = 0;
        }

        _young.Clear();
        _namesOfYoung.Clear();
        _stores.Clear();
    }
}
