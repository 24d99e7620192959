using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Traces;

/// <summary>
/// A program that does what a trace says. The struct is two numbers: the trace among the tables of the world, and its
/// words in the side region.
/// </summary>
public readonly struct TraceProgram : IProgram
{
    private readonly long _reader;
    private readonly long _state;

    private TraceProgram(long reader, long state) => (_reader, _state) = (reader, state);

    /// <summary>Makes a program.</summary>
    /// <param name="heap">Its heap.</param>
    /// <param name="tables">Where the trace is kept.</param>
    /// <param name="reader">The trace.</param>
    public static TraceProgram Load(SharedHeap heap, WorldTables tables, TraceReader reader)
    {
        var address = heap.Side.Take((Unsafe.SizeOf<TraceState>() + 7) / 8);
        ref var state = ref State(heap, address);
        (state.Place, state.Line) = (reader.FirstPlace, reader.FirstLine);
        state.Roots.SetUp(heap);
        state.Held.SetUp(heap);
        state.Stack.SetUp(heap);
        return new TraceProgram(tables.Add(reader), address);
    }

    /// <inheritdoc/>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var steps = new TraceSteps(heap, turn.Tables.Get<TraceReader>((int)_reader), ref State(heap, _state));
        return steps.Run(ref context, ref turn);
    }

    private static ref TraceState State(SharedHeap heap, long address) =>
        ref Unsafe.As<long, TraceState>(ref heap.Owned(address));
}
