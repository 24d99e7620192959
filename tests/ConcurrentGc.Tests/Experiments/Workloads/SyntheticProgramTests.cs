using ConcurrentGc.Experiments.Workloads;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Workloads;

public sealed class SyntheticProgramTests
{
    private const int ShelfBytes = 4096;
    private const int PlacesOfShelf = (ShelfBytes / 8) - 1;

    private static readonly Workload _busy = new(
        "busy",
        8_000_000,
        new Distribution(DistributionKind.Mixture, Parts:
        [
            (0.9, new Distribution(DistributionKind.Uniform, 16, 200)),
            (0.9999, new Distribution(DistributionKind.Gamma, 900, 2)),
            (1, new Distribution(DistributionKind.Constant, 200_000)),
        ]),
        new Distribution(DistributionKind.Mixture, Parts:
        [
            (0.8, new Distribution(DistributionKind.Exponential, 50_000)),
            (0.9, new Distribution(DistributionKind.Request)),
            (0.99, new Distribution(DistributionKind.Request, 20)),
            (1, new Distribution(DistributionKind.Immortal)),
        ]))
    {
        PointerShare = 0.5,
        StoresPerObject = 1.5,
        YoungShare = 0.7,
        RequestBytes = 100_000,
        FrameDepth = 10,
        FrameLocals = 3,
        FrameObjects = 7,
        InstructionsPerObject = 5,
    };

    private static WorldSettings Checked => SyntheticRun.Fixed(4) with
    {
        Helpers = 2,
        VerifyHeap = true,
        InitialOldBytes = 1 << 17,
        MinimumBytesForMarking = 1 << 17,
        GrowingStepBytes = 1 << 17,
    };

    [Theory]
    [InlineData(WorldHost.Virtual)]
    [InlineData(WorldHost.Threads)]
    public void All_that_a_workload_can_do_leaves_a_heap_without_fault(WorldHost host)
    {
        var run = SyntheticRun.Of(_busy, Checked, host: host).Run;

        Assert.Contains(run.Cycles, cycle => cycle.Kind == CycleKind.Scavenge);
        Assert.Contains(run.Cycles, cycle => cycle.Kind == CycleKind.MarkCompact);
    }

    [Fact]
    public void Equal_seeds_give_equal_records_and_another_seed_another_one()
    {
        var settings = Checked with { VerifyHeap = false };

        var (first, second, other) = (
            SyntheticRun.Of(_busy, settings, 5), SyntheticRun.Of(_busy, settings, 5), SyntheticRun.Of(_busy, settings, 6));

        Assert.Equal(first.Run.Record, second.Run.Record);
        Assert.NotEqual(first.ReachableBytes, other.ReachableBytes);
    }

    [Fact]
    public void A_constant_lifetime_keeps_as_many_objects_as_are_born_in_it()
    {
        var workload = new Workload(
            "constant", 3_000_000, new Distribution(DistributionKind.Constant, 40), new Distribution(DistributionKind.Constant, 80_000))
        {
            InstructionsPerObject = 1,
        };

        var run = SyntheticRun.Of(workload, Checked);

        const int living = 80_000 / 40;
        const int shelves = (living + PlacesOfShelf) / PlacesOfShelf;
        Assert.Equal((living + shelves, (living * 40) + (shelves * ShelfBytes)), (run.ReachableObjects, run.ReachableBytes));
    }

    [Fact]
    public void No_pointer_prolongs_a_life()
    {
        var workload = new Workload(
            "linked", 3_000_000, new Distribution(DistributionKind.Constant, 80), new Distribution(DistributionKind.Constant, 80_000))
        {
            PointerShare = 1,
            StoresPerObject = 3,
            YoungShare = 0.5,
            InstructionsPerObject = 1,
        };

        var run = SyntheticRun.Of(workload, Checked);

        const int living = 80_000 / 80;
        const int shelves = (living + PlacesOfShelf) / PlacesOfShelf;
        Assert.Equal(living + shelves, run.ReachableObjects);
    }

    [Fact]
    public void Of_a_request_nothing_is_left_when_the_next_one_begins()
    {
        // An object belongs to the request that is on when it has been allocated: here two belong to the third one.
        var workload = new Workload(
            "request", 200_008, new Distribution(DistributionKind.Constant, 40), new Distribution(DistributionKind.Request))
        {
            RequestBytes = 100_000,
            InstructionsPerObject = 1,
        };

        var run = SyntheticRun.Of(workload, Checked);

        Assert.Equal(2 + (2500 / PlacesOfShelf) + 1, run.ReachableObjects);
    }

    [Fact]
    public void Locals_of_frames_hold_objects_that_nobody_else_holds()
    {
        var workload = new Workload(
            "frames", 100_000, new Distribution(DistributionKind.Constant, 40), new Distribution(DistributionKind.Constant))
        {
            FrameDepth = 1,
            FrameLocals = 6,
            FrameObjects = 1_000_000,
            InstructionsPerObject = 1,
        };

        Assert.Equal(6, SyntheticRun.Of(workload, Checked).ReachableObjects);
    }

    [Fact]
    public void A_program_that_keeps_more_than_the_heap_has_runs_out_of_memory()
    {
        var workload = SyntheticRun.Exponential(1e9, 1, 1L << 40);

        Assert.True(SyntheticRun.Of(workload, Checked with { MaximumOldBytes = 8 << 20 }).Run.IsOutOfMemory);
    }
}
