using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>Worlds whose pages run out before the old generation reaches its maximum: out of memory, whoever notices it.</summary>
public sealed class ExhaustedRangeTests
{
    /// <summary>Where a run noticed that no page was left.</summary>
    private enum Lack
    {
        None,
        Scavenge,
        Evacuation,
        FromSpace,
    }

    private static readonly long[] _nodeSizes = [32, 64, 136, 256];

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void A_list_that_fills_the_range_is_out_of_memory_under_every_schedule_tried(int helpers, bool collectsOld)
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            Run(WorldHost.Steps, helpers, _nodeSizes[seed % 4], collectsOld, seed, reservedPages: 28 + (int)(seed % 17));
        }
    }

    [Theory]
    [InlineData(WorldHost.Virtual, false)]
    [InlineData(WorldHost.Virtual, true)]
    [InlineData(WorldHost.Threads, false)]
    [InlineData(WorldHost.Threads, true)]
    public void It_is_out_of_memory_on_actors_too(WorldHost host, bool collectsOld) => Array.ForEach(_nodeSizes, nodeBytes =>
    {
        Run(host, helpers: 0, nodeBytes, collectsOld, seed: 1, reservedPages: 40);
        Run(host, helpers: 2, nodeBytes, collectsOld, seed: 2, reservedPages: 40);
    });

    [Fact]
    public void The_lack_is_noticed_by_scavengers_by_compactors_and_by_the_collector()
    {
        var noticed = new HashSet<Lack>();
        for (var seed = 1UL; seed <= 60; seed++)
        {
            noticed.Add(Run(WorldHost.Steps, helpers: 3, nodeBytes: 64, collectsOld: seed % 2 == 0, seed, 28 + (int)(seed % 16)));
        }

        Assert.Superset(new HashSet<Lack> { Lack.Scavenge, Lack.Evacuation, Lack.FromSpace }, noticed);
    }

    [Fact]
    public void A_large_object_that_leaves_no_page_for_from_space_ends_the_run_at_the_next_collection()
    {
        var geometry = Scene.Roomy with { ReservedPages = 40 };
        var counter = new AccessCounter();
        using var drawn = DrawnHeap.Draw("root -> a; a new-large 2360", geometry, counter); // 37 pages of 38
        var settings = Scene.Settings(geometry, helpers: 1) with { MaximumOldBytes = 1 << 20 };

        var run = WorldRun.Of<GrowingProgram>(
            WorldHost.Steps, drawn.Heap, settings, seed: 1, _ => [new GrowingProgram(drawn.Heap, 64)], counter);

        Assert.True(run.IsOutOfMemory);
        Assert.Empty(run.Cycles);
        Assert.Empty(new HeapVerifier(drawn.Heap).Verify());
    }

    private static Lack Run(
        WorldHost host, int helpers, long nodeBytes, bool collectsOld, ulong seed, int reservedPages)
    {
        var geometry = Scene.Roomy with { ReservedPages = reservedPages, ScavengerTaskBytes = 128 };
        var counter = host == WorldHost.Steps ? new AccessCounter() : null;
        using var heap = new SharedHeap(geometry, counter);
        heap.New.SetUp(geometry.MinimumSemispacePages);
        var settings = Scene.Settings(geometry, helpers) with { MaximumOldBytes = 1 << 20 };
        settings = collectsOld
            ? settings with
            {
                InitialOldBytes = 4 * geometry.PageBytes,
                GrowingStepBytes = 0,
                MinimumBytesForMarking = 0,
                Techniques = new Techniques { Marking = seed % 4 < 2 ? MarkingTechnique.Atomic : MarkingTechnique.Concurrent },
            }
            : settings with { Techniques = new Techniques { Marking = MarkingTechnique.OnFailure } };
        var run = WorldRun.Of<GrowingProgram>(
            host, heap, settings, seed, _ => [new GrowingProgram(heap, nodeBytes, garbage: (int)(seed % 3))], counter);
        Assert.True(run.IsOutOfMemory);

        // Where objects could not be moved nothing holds of the heap; in any other case it is whole.
        var isWhole = new HeapVerifier(heap).Verify().Count == 0;
        return (isWhole, run.Cycles[^1].Kind) switch
        {
            (false, CycleKind.Scavenge) => Lack.Scavenge,
            (false, _) => Lack.Evacuation,
            _ => heap.New.State.From.First == 0 ? Lack.FromSpace : Lack.None,
        };
    }
}
