using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Benchmarks.Actors;

/// <summary>Hosts without programs, and a sink that forgets.</summary>
internal sealed class Worlds : IRecordSink
{
    private static readonly SharedHeap _heap = new(Geometry.Tiny); // passed along; these roles never touch it

    /// <summary>An empty world: one isolate, some helpers, one nanosecond a unit of any work.</summary>
    /// <param name="runtime">Threads or virtual time.</param>
    /// <param name="helpers">Threads or cores of the helpers.</param>
    public static AkkaHost Create(HostRuntime runtime, int helpers)
    {
        var prices = new MachinePrices([.. Enum.GetValues<Work>().Select(_ => 1000L)], 256, 20_000);
        var settings = new HostSettings { Runtime = runtime, Prices = prices, Helpers = helpers, Programs = 0 };
        return new AkkaHost(settings, _heap, new WorldTables(), new Worlds());
    }

    /// <summary>Runs a world and checks that it came to its end.</summary>
    /// <param name="host">The world.</param>
    /// <returns>How many messages it handled.</returns>
    public static long Run(AkkaHost host)
    {
        var outcome = host.Run();
        return outcome.End == RunEnd.Finished ? outcome.Messages : throw new InvalidOperationException(outcome.ToString());
    }

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
    }
}
