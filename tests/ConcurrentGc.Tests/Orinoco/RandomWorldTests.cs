using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco;

public sealed class RandomWorldTests
{
    private const int Operations = 4_000;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 7)]
    public void One_step_at_a_time_every_role_makes_at_most_one_shared_access_and_keeps_the_heap_whole(int helpers, int mutators)
    {
        for (var seed = 1UL; seed <= 6; seed++)
        {
            var run = RandomRun.Of(seed, helpers, slice: 1, mutators);

            Assert.True(run.Scavenges > 5, $"seed {seed}: {run.Scavenges} scavenges");
            Assert.True(run.MarkCompacts > 0, $"seed {seed}: {run.MarkCompacts} mark-compacts");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Bulk_slices_leave_the_same_graph_as_single_steps(int helpers)
    {
        for (var seed = 1UL; seed <= 6; seed++)
        {
            var single = RandomRun.Of(seed, helpers, slice: 1, mutators: 1);
            var bulk = RandomRun.Of(seed, helpers, slice: 256, mutators: 1);

            Assert.Equal(single.Graph, bulk.Graph);
        }
    }

    private sealed record RandomRun(int Scavenges, int MarkCompacts, ReachableGraph Graph)
    {
        public static RandomRun Of(ulong seed, int helpers, int slice, int mutators)
        {
            var geometry = Geometry.Tiny with { ReservedPages = 2048, SideBytes = 1 << 20 };
            var settings = new WorldSettings
            {
                Geometry = geometry,
                Helpers = helpers,
                InitialSemispaceBytes = 2 * geometry.PageBytes,
                MaximumSemispaceBytes = 8 * geometry.PageBytes,
                MaximumOldBytes = 512 * geometry.PageBytes,
                InitialOldBytes = 4 * geometry.PageBytes,
                MinimumBytesForMarking = 0,
                VerifyHeap = true,
            };
            var counter = new AccessCounter();
            using var heap = new SharedHeap(geometry, counter);
            heap.New.SetUp(2);
            var host = new StepHost(heap, counter, slice, seed);
            var inspector = host.Tables.Add(new VerifyingInspector(heap));
            var programs = Enumerable.Range(0, mutators)
                .Select(i => new RandomProgram(heap, Operations / mutators, seed + (ulong)i, largestWords: 12, largeEvery: 40))
                .ToList();
            new World(heap, settings).Build(host, inspector, programs);
            host.Run();
            return new RandomRun(
                host.Count(EventKind.CycleEnd, (long)CycleKind.Scavenge),
                host.Count(EventKind.CycleEnd, (long)CycleKind.MarkCompact),
                new ReachabilityOracle(heap).Walk());
        }
    }
}
