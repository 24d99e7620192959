using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Sweeping;

/// <summary>What scavengers and compactors sweep for their own room, where no helper sweeps beside the program.</summary>
public sealed class LazySweepingTests
{
    // One page with 256 live bytes and one with 16; root r is there to be pointed elsewhere.
    private const string TwoPages =
        "root a -> a; a old 31; x old 31; root b -> b; b old 1; y old 30; z old 30; root r -> b";

    [Fact]
    public void The_page_with_the_least_live_bytes_takes_what_is_promoted_and_the_other_one_is_not_swept()
    {
        using var scene = Scene.After(
            TwoPages, drawn => new Script().Collect("f").Do(SparsePages.MakeYoung(drawn, "r", 16)).Collect("ss"));

        Assert.Equal(scene.Heap.PageOf(scene["b"]), scene.Heap.PageOf(scene["r"]));
        Assert.Equal(SweepState.Pending, StateOfPage(scene, "a"));
        Assert.Equal(1, scene.Paid(Work.SweepPage));
        Assert.Equal(16, scene.Paid(Work.SweepByte));
    }

    [Fact]
    public void A_page_with_remembered_slots_is_not_swept_by_the_scavenge_that_visits_them()
    {
        using var scene = Scene.After(TwoPages, drawn => new Script().Collect("f")
            .Do(SparsePages.MakeYoung(drawn, "r", 16)).Do(MoveToField(drawn)).Collect("ss"));

        Assert.Equal(scene.Heap.PageOf(scene["a"]), scene.Heap.PageOf(scene.Heap.Owned(scene["b"] + 8)));
        Assert.Equal(SweepState.Pending, StateOfPage(scene, "b"));
    }

    [Fact]
    public void Without_a_promotion_a_scavenge_sweeps_nothing()
    {
        using var scene = Scene.After(TwoPages, "fss");

        Assert.Equal(0, scene.Paid(Work.SweepPage));
    }

    [Fact]
    public void A_page_that_a_scavenge_has_swept_is_put_back_and_uses_up_the_attempt_of_the_next_one()
    {
        // Three pages half full of a live object. The first promotion fills one; the second takes a fresh page, as in V8.
        var halves = string.Join("; ", Enumerable.Range(0, 3).Select(i => $"root h{i} -> h{i}; h{i} old 31; d{i} old 31"));

        using var scene = Scene.After(
            halves + "; root r -> h0; root s -> h0",
            drawn => new Script().Collect("f").Do(SparsePages.MakeYoung(drawn, "r", 256)).Collect("ss")
                .Do(SparsePages.MakeYoung(drawn, "s", 256)).Collect("ss"));

        Assert.Equal(
            [SweepState.Done, SweepState.Done, SweepState.Pending, SweepState.Pending], SparsePages.States(scene.Heap).Order());
        Assert.Equal(1, scene.Paid(Work.SweepPage));
    }

    [Fact]
    public void A_compactor_sweeps_a_page_for_what_was_young_and_removes_the_slots_of_what_died_there()
    {
        // The dead object d refers to young y from where y will lie when it is old.
        using var scene = Scene.After("root y -> y; y young 1; root k -> k; k old 1; d old 30; d.29 -> y; e old 30; e.0 -> y", "f");

        Assert.Equal(scene.Heap.PageOf(scene["k"]), scene.Heap.PageOf(scene["y"]));
        Assert.Equal(SweepState.Done, StateOfPage(scene, "k"));
        Assert.False(scene.Heap.OldToNew.HasSlots(scene.Heap.PageOf(scene["k"])));
    }

    [Fact]
    public void A_worker_on_a_helper_that_sweeps_for_room_says_so_for_the_full_collection_whose_page_it_is()
    {
        var found = new HashSet<long>();
        for (var seed = 1UL; seed <= 40; seed++)
        {
            using var scene = Scene.After(
                TwoPages,
                drawn => new Script().Collect("ff").Do(SparsePages.MakeYoung(drawn, "r", 16)).Do(MoveToField(drawn)).Collect("ss"),
                helpers: 2,
                seed,
                geometry: Scene.Roomy with { ScavengerTaskBytes = 128 },
                change: settings => settings with { Techniques = settings.Techniques with { ConcurrentSweeping = false, Compaction = false } });

            var sweeps = scene.Record.Where(entry => entry is { Subject: (long)CollectionPhase.Sweep, Actor: not 0 }).ToList();
            Assert.Equal(sweeps.Count(each => each.Kind == EventKind.PhaseBegin), sweeps.Count(each => each.Kind == EventKind.PhaseEnd));
            found.UnionWith(sweeps.Select(each => each.Epoch));
        }

        Assert.Equal([2], found);
    }

    [Fact]
    public void A_page_counts_with_its_live_bytes_before_it_is_swept_and_its_gaps_as_holes_only_afterwards()
    {
        using var before = Scene.After(TwoPages, "f");
        using var after = Scene.After(TwoPages, "ff");

        Assert.Equal((272, 0), (before.Heap.Old.ObjectBytes, before.Heap.Old.HoleBytes()));
        Assert.Equal(272, after.Heap.Old.ObjectBytes);
        Assert.Equal(1024 - 272, after.Cycles[1][Statistic.HolesBefore]);
    }

    /// <summary>What root r points to is reached from old object b only.</summary>
    private static Action<SharedHeap> MoveToField(DrawnHeap drawn) => heap =>
    {
        (heap.Owned(drawn.Slot("b", 0)), heap.Owned(drawn.RootSlot("r"))) = (heap.Owned(drawn.RootSlot("r")), Tagged.Zero);
        heap.OldToNew.InsertOwned(drawn.Slot("b", 0));
    };

    private static SweepState StateOfPage(Scene scene, string root) => (SweepState)scene.Heap.Page(scene[root]).SweepState;
}
