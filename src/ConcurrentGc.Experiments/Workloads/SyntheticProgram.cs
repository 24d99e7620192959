using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Workloads;

/// <summary>
/// A program that allocates, links and drops objects as a workload says. The struct is two numbers: the workload among
/// the tables of the world, and its words in the side region.
/// </summary>
public readonly struct SyntheticProgram : IProgram
{
    private readonly long _workload;
    private readonly long _state;

    private SyntheticProgram(long workload, long state) => (_workload, _state) = (workload, state);

    /// <summary>Makes a program.</summary>
    /// <param name="heap">Its heap.</param>
    /// <param name="tables">Where the workload is kept.</param>
    /// <param name="workload">What it does.</param>
    /// <param name="seed">Equal seeds: equal programs.</param>
    public static SyntheticProgram Load(SharedHeap heap, WorldTables tables, Workload workload, long seed)
    {
        var address = heap.Side.Take((Unsafe.SizeOf<SyntheticState>() + 7) / 8);
        ref var state = ref State(heap, address);
        state.Random = new RandomSequence(seed);
        state.Live.SetUp(heap);
        state.Frames.SetUp(heap, workload);
        return new SyntheticProgram(tables.Add(workload), address);
    }

    /// <inheritdoc/>
    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var mutation = new SyntheticSteps(heap, turn.Tables.Get<Workload>((int)_workload), ref State(heap, _state));
        return mutation.Run(ref context, ref turn);
    }

    private static ref SyntheticState State(SharedHeap heap, long address) =>
        ref Unsafe.As<long, SyntheticState>(ref heap.Owned(address));
}
