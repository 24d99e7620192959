using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Worlds;

/// <summary>Worlds over a heap whose old spaces go by content. The verifier sees that no data space holds a pointer.</summary>
public sealed class SpacesByContentTests
{
    private const int Operations = 3_000;

    private static Geometry Pages { get; } = Geometry.Tiny with { ReservedPages = 2048, SideBytes = 1 << 20, HasSpacesByContent = true };

    private static Geometry ListedPages { get; } = Pages with
    {
        RememberedSet = RememberedSetKind.StoreBuffer,
        StoreBufferEntries = 2,
        KeptStoreBufferEntries = 3,
    };

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void What_becomes_old_goes_to_the_space_of_its_content_and_each_role_makes_one_shared_access_a_step(int helpers)
    {
        foreach (var (seed, heap, run) in Runs(Pages, helpers))
        {
            Assert.True(run.Cycles.Any(cycle => cycle.Kind == CycleKind.MarkCompact), $"seed {seed}");
            Assert.True(heap.OldData.State.PageNumber > 0 && heap.Old.State.PageNumber > 0, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_store_buffer_that_overflows_all_the_time_loses_no_slot(int helpers)
    {
        var (exempted, scanned) = (0L, 0L);
        foreach (var (_, _, run) in Runs(ListedPages, helpers))
        {
            exempted += Sum(run, Statistic.StoreBufferExemptions);
            scanned += Sum(run, Statistic.StoreBufferScannedPages);
        }

        Assert.True(exempted > 8 && scanned > 8, $"{exempted} exemptions, {scanned} scans");
    }

    [Fact]
    public void An_entry_that_is_lost_is_caught()
    {
        using var drawn = DrawnHeap.Draw("root -> a; a old 1; a.0 -> b; b young", ListedPages);
        Assert.Empty(new HeapVerifier(drawn.Heap).Verify());

        drawn.Heap.StoreBuffer.Clear();
        Assert.Contains(HeapRule.RememberedSetComplete, new HeapVerifier(drawn.Heap).Verify().Select(each => each.Rule));

        drawn.Heap.StoreBuffer.Insert(drawn["a"]);
        Assert.Contains(HeapRule.RememberedSlot, new HeapVerifier(drawn.Heap).Verify().Select(each => each.Rule));
    }

    private static long Sum(WorldRun run, Statistic statistic) => run.Record
        .Where(entry => entry.Kind == EventKind.Statistic && entry.Subject == (long)statistic).Sum(entry => entry.Value);

    private static IEnumerable<(ulong Seed, SharedHeap Heap, WorldRun Run)> Runs(Geometry geometry, int helpers)
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var settings = new WorldSettings
            {
                Geometry = geometry,
                Helpers = helpers,
                InitialSemispaceBytes = 2 * Pages.PageBytes,
                MaximumSemispaceBytes = 4 * Pages.PageBytes,
                MaximumOldBytes = 512 * Pages.PageBytes,
                InitialOldBytes = 4 * Pages.PageBytes,
                MinimumBytesForMarking = 0,
                VerifyHeap = true,
            };
            var counter = new AccessCounter();
            using var heap = new SharedHeap(geometry, counter);
            heap.New.SetUp(2);

            var run = WorldRun.Of<RandomProgram>(
                WorldHost.Steps,
                heap,
                settings,
                seed,
                _ => [new RandomProgram(heap, Operations, seed, RandomMix.Full, new RandomSizes(12, 40, ShelfWords: 40))],
                counter);

            yield return (seed, heap, run);
        }
    }
}
