using ConcurrentGc.Experiments.Workloads;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;

namespace ConcurrentGc.Tests.Experiments.Workloads;

/// <summary>A synthetic program that ran in virtual time, and what was reachable when it ended.</summary>
internal sealed record SyntheticRun(WorldRun Run, long ReachableObjects, long ReachableBytes)
{
    public static WorldSettings Fixed(int semispacePages) => new()
    {
        Geometry = Geometry.Node20 with { ReservedPages = 4096, SideBytes = 1L << 30 },
        Helpers = 0,
        InitialSemispaceBytes = semispacePages * Geometry.Node20.PageBytes,
        MaximumSemispaceBytes = semispacePages * Geometry.Node20.PageBytes,
        InitialOldBytes = 1L << 30,
        MinimumBytesForMarking = 1L << 30,
    };

    public static Workload Exponential(double mean, double immortalShare, long bytes) => new(
        "exponential",
        bytes,
        new Distribution(DistributionKind.Constant, 64),
        new Distribution(DistributionKind.Mixture, Parts:
        [
            (1 - immortalShare, new Distribution(DistributionKind.Exponential, mean)),
            (1, new Distribution(DistributionKind.Immortal)),
        ]))
    {
        InstructionsPerObject = 10,
    };

    public static SyntheticRun Of(Workload workload, WorldSettings settings, long seed = 1, WorldHost host = WorldHost.Virtual)
    {
        using var heap = World.CreateHeap(settings);
        var run = WorldRun.Of<SyntheticProgram>(host, heap, settings, 1, tables => [SyntheticProgram.Load(heap, tables, workload, seed)]);
        var reachable = new ReachabilityOracle(heap).Walk(withPayload: false);
        return new SyntheticRun(run, reachable.Objects, reachable.Bytes);
    }
}
