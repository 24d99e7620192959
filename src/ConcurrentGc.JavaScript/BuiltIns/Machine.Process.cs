using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.Shapes;
using ConcurrentGc.Orinoco.Footprint;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What a program asks about memory: process.memoryUsage and its kin, os, v8.</summary>
internal sealed unsafe partial class Machine
{
    private static readonly string[] _usageNames = ["rss", "heapTotal", "heapUsed", "external", "arrayBuffers"];

    private static readonly string[] _spaceNames =
        ["space_name", "space_size", "space_used_size", "space_available_size", "physical_space_size"];

    private static readonly string[] _heapNames =
    [
        "total_heap_size", "total_heap_size_executable", "total_physical_size", "total_available_size", "used_heap_size",
        "heap_size_limit", "malloced_memory", "peak_malloced_memory", "does_zap_garbage", "number_of_native_contexts",
        "number_of_detached_contexts", "total_global_handles_size", "used_global_handles_size", "external_memory",
    ];

    /// <summary>Bytes of frames, as large as Node's frames are: see <see cref="MachineState.StackEnd"/>.</summary>
    internal long StackBytes => (StackTop() - _state->StackStart) * StackScale / StackScaleDivisor;

    private ProcessFootprint Footprint => ProcessFootprint.Of(_heap, StackBytes, _text.Options.Process.Helpers);

    private int CallProcess(BuiltIn function)
    {
        var process = _text.Options.Process;
        switch (function)
        {
            case BuiltIn.MemoryUsage:
                var usage = Footprint;
                return FinishRecord(
                    _usageNames, [usage.Resident, usage.HeapTotal, usage.HeapUsed, usage.External, usage.ArrayBuffers]);
            case BuiltIn.ResidentSet:
                return FinishNumber(Footprint.Resident);
            case BuiltIn.ConstrainedMemory:
                return FinishNumber(process.IsConstrained ? process.PhysicalBytes : NodeProcess.Unconstrained);
            case BuiltIn.TotalMemory:
                return FinishNumber(process.PhysicalBytes);
            case BuiltIn.FreeMemory:
                return FinishNumber(Math.Max(0, process.PhysicalBytes - Footprint.Resident));
            case BuiltIn.HeapStatistics:
                return FinishRecord(_heapNames, HeapNumbers(process));
            default:
                return FinishSpaces();
        }
    }

    private double[] HeapNumbers(ProcessSettings process)
    {
        var spaces = HeapFootprint.Of(_heap);
        var size = spaces.Sum(space => space.Size);
        return
        [
            size, _heap.Code.CommittedBytes, spaces.Sum(space => space.Physical),
            spaces.Sum(space => space.Available) + process.HeapLimitBytes - size, spaces.Sum(space => space.Used),
            process.HeapLimitBytes, NodeProcess.MallocedBytes, NodeProcess.PeakMallocedBytes, 0, 1,
            0, NodeProcess.GlobalHandleBytes, NodeProcess.UsedGlobalHandleBytes, NodeProcess.ExternalBytes + _heap.External.Bytes,
        ];
    }

    private static long RecordBytes(int properties) => ObjectLayout.ObjectPrefixBytes + ((8L + ObjectLayout.BoxBytes) * properties);

    private int FinishRecord(ReadOnlySpan<string> names, ReadOnlySpan<double> numbers) =>
        HasRoom(RecordBytes(names.Length)) ? Finish(NewRecord(names, 0, numbers)) : Retry;

    /// <summary>An object of numbers, for which room was asked.</summary>
    /// <param name="names">Its properties.</param>
    /// <param name="first">Value of the first one when it is no number; zero: it is.</param>
    /// <param name="numbers">Values of the others.</param>
    private long NewRecord(ReadOnlySpan<string> names, long first, ReadOnlySpan<double> numbers)
    {
        var shape = EmptyShape(names.Length);
        foreach (var name in names)
        {
            shape = _shapes.Add(shape, _code.Names.Number(name));
            _shapes.Shapes[shape].Representation = Representation.Tagged;
        }

        FillObject(Allocate(ObjectHeader.FixedBytes(_shapes.Shapes[shape].Header), out var word), _shapes.Shapes[shape].Header);
        var field = (ObjectLayout.ObjectPrefixBytes / 8) + (first == 0 ? 0 : 1);
        if (first != 0)
        {
            Object(word)[field - 1] = first;
        }

        foreach (var number in numbers)
        {
            Object(word)[field++] = number == (int)number ? Tagged.SmallInteger((int)number) : Box(number);
        }

        return word;
    }

    private int FinishSpaces()
    {
        var spaces = HeapFootprint.Of(_heap);
        var bytes = ObjectLayout.ArrayBytes + ObjectHeader.ArrayPrefixBytes + (8L * spaces.Count);
        bytes += spaces.Sum(space => RecordBytes(_spaceNames.Length) + NewTextBytes(space.Name));
        if (!HasRoom(bytes))
        {
            return Retry;
        }

        var store = Allocate(ObjectHeader.ArrayPrefixBytes + (8L * spaces.Count), out var word);
        store[0] = ObjectLayout.FixedArrayHeader;
        store[1] = Tagged.SmallInteger(spaces.Count);
        for (var i = 0; i < spaces.Count; i++)
        {
            var space = spaces[i];
            store[2 + i] = NewRecord(
                _spaceNames, MakeReserved(space.Name), [space.Size, space.Used, space.Available, space.Physical]);
        }

        return Finish(NewArrayObject(ObjectLayout.ValueArrayIndex, word, spaces.Count));
    }
}
