using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco;

/// <summary>Memory outside the heap in worlds: what starts collections, and what is freed.</summary>
public sealed class ExternalWorldTests
{
    private const int Buffers = 1_500;
    private const int LargestBytes = 200;

    private static readonly Geometry _geometry = Geometry.Tiny with { ReservedPages = 2048, SideBytes = 1 << 20, ExternalBytes = 1 << 22 };

    [Theory]
    [InlineData(WorldHost.Steps, 0, 1)]
    [InlineData(WorldHost.Steps, 2, 1)]
    [InlineData(WorldHost.Steps, 2, 3)]
    [InlineData(WorldHost.Bulk, 1, 2)]
    [InlineData(WorldHost.Virtual, 2, 1)]
    [InlineData(WorldHost.Threads, 2, 1)]
    public void Bytes_live_as_long_as_their_buffer_and_no_longer(WorldHost host, int helpers, int mutators)
    {
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var (run, bytes, _) = Run(host, seed, new Techniques(), helpers, mutators);

            Assert.True(Causes(run, CollectionCause.ExternalMemoryPressure) > 3, $"seed {seed}: no scavenge for external memory");
            Assert.True(run.Cycles.Any(cycle => cycle.Kind == CycleKind.MarkCompact), $"seed {seed}: no full collection");
            Assert.True(bytes < Buffers * LargestBytes / 4, $"seed {seed}: {bytes} bytes are left");
        }
    }

    [Fact]
    public void Every_technique_leaves_the_same_bytes_alive()
    {
        Techniques[] all =
        [
            new(), new() { ConcurrentBackingStoreSweeping = false }, new() { Marking = MarkingTechnique.Incremental },
            new() { Marking = MarkingTechnique.Atomic }, new() { Marking = MarkingTechnique.OnFailure }, new() { Compaction = false },
        ];
        var graphs = all.Select(techniques => Run(WorldHost.Bulk, 5, techniques, helpers: 2, mutators: 1).Graph).ToList();

        Assert.All(graphs, graph => Assert.Equal(graphs[0], graph));
    }

    [Fact]
    public void Without_incremental_marking_pressure_is_a_full_collection()
    {
        var (run, _, _) = Run(WorldHost.Bulk, 2, new Techniques { Marking = MarkingTechnique.OnFailure }, helpers: 1, mutators: 1);

        Assert.Contains(
            run.Record,
            entry => entry.Kind == EventKind.CycleBegin && entry.Subject == (long)CycleKind.MarkCompact
                && entry.Value == (long)CollectionCause.ExternalMemoryPressure);
    }

    private static int Causes(WorldRun run, CollectionCause cause) =>
        run.Record.Count(entry => entry.Kind == EventKind.CycleBegin && entry.Value == (long)cause);

    private static (WorldRun Run, long Bytes, ReachableGraph Graph) Run(
        WorldHost host, ulong seed, Techniques techniques, int helpers, int mutators)
    {
        var settings = new WorldSettings
        {
            Geometry = _geometry,
            Helpers = helpers,
            InitialSemispaceBytes = 4 * _geometry.PageBytes,
            MaximumSemispaceBytes = 8 * _geometry.PageBytes,
            MaximumOldBytes = 512 * _geometry.PageBytes,
            InitialOldBytes = 64 * _geometry.PageBytes,
            MinimumBytesForMarking = 0,
            VerifyHeap = true,
            Techniques = techniques,
        };
        var counter = host == WorldHost.Steps ? new AccessCounter() : null;
        using var heap = new SharedHeap(_geometry, counter);
        heap.New.SetUp(4);
        var run = WorldRun.Of(
            host,
            heap,
            settings,
            seed,
            _ => Enumerable.Range(0, mutators).Select(i => new BufferProgram(heap, Buffers / mutators, seed + (ulong)i, LargestBytes)).ToList(),
            counter);
        Assert.False(run.IsOutOfMemory);
        return (run, heap.External.Bytes, new ReachabilityOracle(heap).Walk());
    }
}
