using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco;

/// <summary>What hosts a world decides who runs when, never what the program sees.</summary>
public sealed class HostAgreementTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void The_same_program_ends_with_the_same_graph_on_every_host(int helpers)
    {
        for (var seed = 1UL; seed <= 4; seed++)
        {
            var graphs = Enum.GetValues<WorldHost>().Select(host => Run(host, seed, helpers, Tiny).Graph).ToList();

            Assert.Single(graphs.Distinct());
        }
    }

    [Fact]
    public void Nodes_pages_give_the_same_graph_as_tiny_ones()
    {
        var sizes = Geometry.Node20 with { ReservedPages = 4096 };

        Assert.Equal(Run(WorldHost.Bulk, 3, helpers: 2, sizes).Graph, Run(WorldHost.Threads, 3, helpers: 2, sizes).Graph);
        Assert.Equal(Run(WorldHost.Bulk, 3, helpers: 0, sizes).Graph, Run(WorldHost.Virtual, 3, helpers: 3, sizes).Graph);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Two_runs_in_virtual_time_have_the_same_record(int helpers)
    {
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var (one, other) = (Run(WorldHost.Virtual, seed, helpers, Tiny), Run(WorldHost.Virtual, seed, helpers, Tiny));

            Assert.Equal(one.Record, other.Record);
            Assert.True(one.Record.Count > 1000);
        }
    }

    [Fact]
    public void Workers_race_on_threads_and_every_collection_verifies()
    {
        for (var seed = 10UL; seed < 30; seed++)
        {
            var run = Run(WorldHost.Threads, seed, helpers: 2, Tiny with { ScavengerTaskBytes = 128 });

            Assert.Contains(run.Record, entry => entry is { Kind: EventKind.Statistic, Subject: (long)Statistic.Tasks, Value: 3 });
        }
    }

    private static Geometry Tiny => Scene.Roomy;

    private static (IReadOnlyList<RecordEntry> Record, ReachableGraph Graph) Run(
        WorldHost host, ulong seed, int helpers, Geometry geometry)
    {
        var counter = host == WorldHost.Steps ? new AccessCounter() : null;
        using var heap = new SharedHeap(geometry, counter);
        heap.New.SetUp(geometry.MinimumSemispacePages);
        var settings = Scene.Settings(geometry, helpers) with
        {
            InitialOldBytes = 4 * geometry.PageBytes,
            GrowingStepBytes = 4 * geometry.PageBytes,
            MinimumBytesForMarking = 0,
        };
        var isTiny = geometry.PageShift < 12;
        var run = WorldRun.Of<RandomProgram>(
            host,
            heap,
            settings,
            seed,
            _ => [new RandomProgram(heap, isTiny ? 3_000 : 30_000, seed, isTiny ? 12 : 60, isTiny ? 40 : 4000)],
            counter);
        return (run.Record, new ReachabilityOracle(heap).Walk());
    }
}
