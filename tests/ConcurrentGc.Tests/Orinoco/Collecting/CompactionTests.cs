using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>Old pages with one small live object each: the second full collection empties them.</summary>
public sealed class CompactionTests
{
    /// <summary>Three pages of 32 live bytes, 480 dead; a fourth is nearly full of live objects.</summary>
    private const string Sparse =
        "root a -> a; a old 3; v old 31; w old 27; b old 3; x old 31; y old 27; c old 3; z old 31; u old 27; "
        + "root k -> k; k old 31; l old 31; k.30 -> l; ";

    [Fact]
    public void Candidates_are_chosen_by_what_was_live_at_the_last_sweep()
    {
        using var once = Scene.After(Sparse + "k.0 -> b; k.1 -> c", "f");
        using var twice = Scene.After(Sparse + "k.0 -> b; k.1 -> c", "ff");

        Assert.Equal(0, once.Cycles[0][Statistic.Compacted]);
        Assert.Equal(4, once.Heap.Old.State.Pages.Count);
        Assert.Equal(3 * 32, twice.Cycles[1][Statistic.Compacted]);
        Assert.Equal(2, twice.Heap.Old.State.Pages.Count);
    }

    [Theory]
    [InlineData("root b -> b; root c -> c")]
    [InlineData("k.0 -> b; k.7 -> c")]
    [InlineData("a.0 -> b; b.0 -> c; c.0 -> a; c.1 -> k")]
    [InlineData("root g -> g; g large 140; g.0 -> b; g.139 -> c; g.70 -> a")]
    [InlineData("root g -> g; g young 5; g.0 -> b; g.4 -> c")]
    [InlineData("root g -> g; g young 31; g.0 -> b; g.4 -> c; g.30 -> h; h young 31; h.1 -> a")]
    [InlineData("root g -> g; g new-large 140; g.0 -> b; g.139 -> c; g.70 -> h; h young; h.0 -> a")]
    [InlineData("root g -> g; g code 4; g.0 -> b; g.1 -> c")]
    public void Pointers_to_moved_objects_are_updated_wherever_they_are(string holders)
    {
        foreach (var helpers in new[] { 0, 2 })
        {
            for (var seed = 1UL; seed <= 25; seed++)
            {
                var before = 0L;
                using var scene = Scene.After(
                    Sparse + holders,
                    drawn => new Script().Collect("f").Do(heap => before = heap.Owned(drawn.RootSlot("a"))).Collect("f"),
                    helpers,
                    seed);

                Assert.NotEqual(before & -2L, scene["a"]);
                Assert.True(scene.Cycles[1][Statistic.Compacted] >= 3 * 32);
            }
        }
    }

    /// <summary>
    /// Of two live objects on each candidate the first moves. The second has slots to the first of another page, which
    /// nobody recorded while marking, and is pointed to itself.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_candidate_that_is_given_up_keeps_the_rest_and_its_slots_are_updated(int helpers)
    {
        const string picture =
            "root a -> a; a old 3; e old 3; v old 27; w old 27; b old 3; f old 3; x old 27; y old 27; root c -> c; c old 3; "
            + "root e -> e; root f -> f; e.0 -> b; e.1 -> f; f.0 -> a; f.2 -> c; c.0 -> e; c.1 -> b; c.2 -> f; k old 31; root k -> k";
        for (var seed = 1UL; seed <= 25; seed++)
        {
            var (moved, stays) = (0L, 0L);
            using var scene = Scene.After(
                picture,
                drawn => new Script().Collect("f")
                    .Do(heap => (moved, stays) = (heap.Owned(drawn.RootSlot("a")), heap.Owned(drawn.RootSlot("e")))).Collect("fs"),
                helpers,
                seed,
                change: settings => settings with { EvacuationAbortedAfter = 1 });

            Assert.NotEqual(moved & -2L, scene["a"]);
            Assert.Equal(stays & -2L, scene["e"]);
        }
    }

    [Fact]
    public void A_young_holder_that_is_made_between_two_full_collections_has_its_slots_updated()
    {
        using var scene = Scene.After(
            Sparse + "k.0 -> b; k.1 -> c; root g -> g; g young 5; g.0 -> b; g.4 -> c; root h -> h; h new-large 150; h.9 -> c; h.149 -> g",
            "fsf",
            helpers: 2);

        Assert.Empty(new HeapVerifier(scene.Heap).Verify());
        Assert.True(scene.Cycles[2][Statistic.Compacted] >= 3 * 32);
    }

    [Fact]
    public void The_speed_that_sets_the_bar_is_that_of_copying_whatever_marking_takes()
    {
        // Three more pages become sparse after the first compaction. Marking an object takes a millisecond: were that
        // counted, compaction would look so slow that no page was worth it.
        const string later = "root -> p; p old 3; root d -> d; d old 31; d.0 -> e; e old 27; root -> q; q old 3; root f -> f; f old 31; "
            + "f.0 -> g; g old 27; root -> t; t old 3; root h -> h; h old 31; h.0 -> i; i old 27";

        using var scene = Scene.After(
            Sparse + "k.0 -> b; k.1 -> c; " + later,
            drawn => new Script().Collect("ff").Do(heap =>
            {
                heap.Owned(drawn.RootSlot("d")) = 0;
                heap.Owned(drawn.RootSlot("f")) = 0;
                heap.Owned(drawn.RootSlot("h")) = 0;
            }).Collect("ff"),
            host: WorldHost.Virtual);

        // The page that the first compaction filled is sparse too.
        Assert.Equal([0, 3 * 32, 0, 6 * 32], scene.Cycles.Select(cycle => cycle[Statistic.Compacted]));
    }

    [Fact]
    public void Dead_objects_of_candidates_are_gone_with_their_slots()
    {
        using var scene = Scene.After(Sparse + "b.0 -> n; n young; k.0 -> c", "fsff");

        Assert.Equal((2 * 32) + (2 * 256), scene.Heap.Old.ObjectBytes);
        Assert.Equal(2, scene.Heap.Old.State.Pages.Count);
    }
}
