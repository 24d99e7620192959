using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Tests.Actors;

/// <summary>Hosts for toy worlds: a step costs one nanosecond unless said otherwise.</summary>
internal static class Hosts
{
    /// <summary>Passed along; toy roles never touch it.</summary>
    public static SharedHeap Heap { get; } = new(Geometry.Tiny);

    public static HostSettings Settings(
        HostRuntime runtime = HostRuntime.Virtual, int helpers = 1, int isolates = 1, long picoseconds = 1000,
        int sliceObjects = 100, int sliceNanoseconds = 1_000_000) => new()
        {
            Runtime = runtime,
            Isolates = isolates,
            Helpers = helpers,
            Programs = 0,
            Prices = Prices(picoseconds, sliceObjects, sliceNanoseconds),
        };

    public static MachinePrices Prices(long picoseconds, int sliceObjects, int sliceNanoseconds) =>
        new([.. Enum.GetValues<Work>().Select(_ => picoseconds)], sliceObjects, sliceNanoseconds);

    public static AkkaHost Create(HostSettings settings, RecordList record) =>
        new(settings, Heap, new WorldTables(), record);
}
