using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Scavenging;

public sealed class ParallelScavengeTests
{
    private const int Seeds = 400;

    /// <summary>Two workers that read the header and both try to claim: who comes behind a claim only reads.</summary>
    private const int AccessesOfARace = 4;

    /// <summary>Three old objects of half a page each, so that their slots lie on two pages: two workers take one each.</summary>
    private const string TwoPages = "root -> o; root -> x; root -> p; o old 31; x old 31; p old 31; o.0 -> a; p.0 -> a; ";

    [Fact]
    public void An_object_that_two_workers_reach_at_once_is_copied_once_and_the_loser_gives_its_room_back()
    {
        var raced = 0;
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            using var scene = ScavengeWatchingA("a young 3", seed);

            Assert.Equal(1, scene.Cycles[0][Statistic.ObjectsCopied]);
            Assert.Equal(32, scene.Cycles[0][Statistic.Copied]);
            Assert.Contains("a intermediate 3", scene.Picture, StringComparison.Ordinal);

            raced += scene.WatchedAccesses == AccessesOfARace ? 1 : 0;
            Assert.True(scene.Heap.New.UsedBytes <= 2 * 128, $"{scene.Heap.New.UsedBytes}");
        }

        AssertRaced(raced);
    }

    [Fact]
    public void An_object_that_two_workers_promote_at_once_is_promoted_once()
    {
        var raced = 0;
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            using var scene = ScavengeWatchingA("a intermediate 3; a.1 -> b; b young", seed);

            Assert.Equal(1, scene.Cycles[0][Statistic.ObjectsPromoted]);
            Assert.Equal(1, scene.Cycles[0][Statistic.ObjectsCopied]);
            Assert.Contains("a old 3; a.1 -> b; b intermediate", scene.Picture, StringComparison.Ordinal);
            raced += scene.WatchedAccesses == AccessesOfARace ? 1 : 0;
        }

        AssertRaced(raced);
    }

    [Fact]
    public void A_large_object_that_two_workers_reach_at_once_is_promoted_once_and_scanned_once()
    {
        var raced = 0;
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            using var scene = ScavengeWatchingA("a new-large; a.1 -> b; b young 2", seed);

            Assert.Equal(1, scene.Cycles[0][Statistic.ObjectsPromoted]);
            Assert.Equal(1, scene.Cycles[0][Statistic.ObjectsCopied]);
            Assert.Contains("a large; a.1 -> b; b intermediate 2", scene.Picture, StringComparison.Ordinal);
            raced += scene.WatchedAccesses == AccessesOfARace ? 1 : 0;
        }

        AssertRaced(raced);
    }

    [Fact]
    public void Several_workers_share_a_wide_graph_through_the_published_lists_and_leave_the_same_picture_as_one()
    {
        const string picture = "root -> a; a -> b; a -> c; a -> d; a -> e; b -> f; c -> f; d -> g; e -> g; f -> h; g -> h; "
            + "g -> a; h -> b; h -> i; i -> j; j -> k; k -> l; l -> a; f -> k; b intermediate; d intermediate; g intermediate";
        var alone = Scene.Of(picture, "s");
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            Assert.Equal(alone, Scene.Of(picture, "s", helpers: 2, seed));
        }
    }

    [Fact]
    public void A_buffer_that_ends_where_another_page_begins_is_not_taken_for_the_end_of_that_page()
    {
        // In these schedules one worker loses the only object of a buffer at the start of the second page, and another one
        // has the last buffer of the first page.
        var picture = TwoPages + "a young 7; b young 7; o.20 -> b; p.20 -> b; "
            + string.Join("; ", Enumerable.Range(1, 9).Select(i => $"n{i} young 3; p.{i} -> n{i}; o.{i} -> a"));
        foreach (var seed in new ulong[] { 3448, 9264, 9676, 10416, 11914 }.Concat(Enumerable.Range(1, 300).Select(i => (ulong)i)))
        {
            using var scene = Scene.After(picture, "s", helpers: 2, seed);

            Assert.Equal((9 * 32) + (2 * 64), scene.Cycles[0][Statistic.Copied] + scene.Cycles[0][Statistic.Promoted]);
        }
    }

    [Theory]
    [InlineData("a young 3")]
    [InlineData("a intermediate 3; a.1 -> b; b young")]
    [InlineData("a new-large; a.1 -> b; b young 2; o.1 -> b; p.1 -> b")]
    public void Workers_on_threads_leave_the_picture_that_one_worker_leaves(string reached)
    {
        using var alone = Scene.After(TwoPages + reached, "s");
        for (var run = 0; run < 15; run++)
        {
            using var scene = Scene.After(TwoPages + reached, "s", helpers: 2, host: WorldHost.Threads);

            Assert.Equal(alone.Picture, scene.Picture);
            Assert.Equal(alone.Cycles[0][Statistic.ObjectsCopied], scene.Cycles[0][Statistic.ObjectsCopied]);
        }
    }

    [Theory]
    [InlineData(512, 0, 1)]
    [InlineData(512, 1, 2)]
    [InlineData(512, 7, 3)]
    [InlineData(1024, 7, 2)]
    [InlineData(128, 63, 8)]
    public void As_many_tasks_run_as_the_size_of_new_space_the_helpers_and_the_cap_allow(long bytesATask, int helpers, long tasks)
    {
        var geometry = Scene.Roomy with { ScavengerTaskBytes = bytesATask, SideBytes = 1 << 22 };

        using var scene = Scene.After("root -> a; a young", "s", helpers, geometry: geometry);

        Assert.Equal(tasks, scene.Cycles[0][Statistic.Tasks]);
    }

    [Fact]
    public void Near_the_limit_of_the_old_generation_one_task_runs()
    {
        using var scene = Scene.After(
            "root -> a; a young", _ => "s", helpers: 2, change: settings => settings with { MaximumOldBytes = 3 * 512 - 1 });

        Assert.Equal(1, scene.Cycles[0][Statistic.Tasks]);
    }

    private static Scene ScavengeWatchingA(string reached, ulong seed) =>
        Scene.After(TwoPages + reached, _ => "s", helpers: 2, seed, watched: "a");

    private static void AssertRaced(int schedules) =>
        Assert.True(schedules > Seeds / 20, $"only {schedules} schedules had two workers that tried to claim the object");
}
