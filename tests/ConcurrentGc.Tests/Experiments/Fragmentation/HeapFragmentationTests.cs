using ConcurrentGc.Experiments.Fragmentation;
using ConcurrentGc.Experiments.Workloads;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
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

    [Fact]
    public void The_bytes_of_a_small_page_are_as_counted_by_hand()
    {
        // A page of 512 bytes: an array of 5 bytes in 24, then 40, 32, 16 and 256 bytes; 144 stay. The 40 and the 16 die.
        using var heap = new SharedHeap(Geometry.Tiny);
        var array = Allocate(heap, 24, LayoutKind.RawByteArray);
        heap.Owned(array + ObjectHeader.Bytes) = 5L << 32;
        var block = Allocate(heap, 40, LayoutKind.RawFields);
        Allocate(heap, 32, LayoutKind.RawFields);
        var gap = Allocate(heap, 16, LayoutKind.RawFields);
        Allocate(heap, 256, LayoutKind.RawFields);
        heap.Old.RetireArea();
        heap.Old.Free(block, 40);
        heap.Old.Free(gap, 16);

        var page = Assert.Single(new HeapFragmentation(heap).Measure()[1].Pages);

        Assert.Equal(
            new PageFragmentation(512, Objects: 24 + 32 + 256, Waste: 16, Free: 40 + 144, Unswept: 0, Padding: 3, LargestFree: 144), page);
    }

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

    private static long Allocate(SharedHeap heap, int bytes, LayoutKind layout)
    {
        Assert.True(heap.Old.TryAllocate(bytes, AllocationOrigin.Mutator, out var address));
        heap.Owned(address) = ObjectHeader.Encode(layout, layout == LayoutKind.RawFields ? bytes / 8 : 0, 0);
        return address;
    }
}
