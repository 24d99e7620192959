using ConcurrentGc.Experiments.Fragmentation;
using ConcurrentGc.Experiments.Workloads;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Experiments.Workloads;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Fragmentation;

public sealed class HeapFragmentationTests
{
    private static readonly Workload _workload = SyntheticRun.Exponential(400_000, 0.01, 12_000_000) with
    {
        Size = new Distribution(DistributionKind.Mixture, Parts:
        [
            (0.999, new Distribution(DistributionKind.Uniform, 16, 400)),
            (1, new Distribution(DistributionKind.Constant, 140_000)),
        ]),
    };

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Every_byte_of_every_page_is_accounted_for(int helpers)
    {
        var settings = SyntheticRun.Fixed(4) with
        {
            Helpers = helpers,
            InitialOldBytes = 1 << 18,
            MinimumBytesForMarking = 1 << 18,
            GrowingStepBytes = 1 << 18,
        };
        using var heap = World.CreateHeap(settings);
        var run = WorldRun.Of<SyntheticProgram>(
            WorldHost.Virtual, heap, settings, 1, tables => [SyntheticProgram.Load(heap, tables, _workload, 1)]);

        var spaces = new HeapFragmentation(heap).Measure();

        Assert.Contains(run.Cycles, cycle => cycle.Kind == CycleKind.MarkCompact);
        Assert.All(
            spaces.SelectMany(space => space.Pages),
            page => Assert.Equal(page.Area, page.Objects + page.Waste + page.Free + page.Unswept));
        var (old, large) = (spaces[1].Total, spaces[3].Total);
        Assert.Equal(heap.Old.ObjectBytes, old.Objects);
        Assert.InRange(old.LargestFree, 1, old.Free);
        Assert.Equal(heap.Large.State.ObjectBytes + heap.NewLarge.State.ObjectBytes, large.Objects);
    }
}
