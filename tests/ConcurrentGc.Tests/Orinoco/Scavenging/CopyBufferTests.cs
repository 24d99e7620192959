using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Scavenging;

/// <summary>How to-space is filled on Node's pages; the numbers are measured ones.</summary>
public sealed class CopyBufferTests
{
    private const long Area = 257_720;
    private const long BufferedArea = 229_376;

    [Theory]
    [InlineData(4_096)]
    [InlineData(229_344)]
    [InlineData(229_376)]
    [InlineData(229_408)]
    [InlineData(458_752)]
    [InlineData(3_000_000 / 32 * 32)]
    public void Copied_bytes_of_small_objects_take_the_buffers_of_whole_pages_and_a_rest(long bytes)
    {
        using var scene = new YoungScene(Enumerable.Repeat(32L, (int)(bytes / 32)), "s", semispaceBytes: 16 << 20);

        var used = bytes % BufferedArea == 0
            ? ((bytes / BufferedArea - 1) * Area) + BufferedArea
            : (bytes / BufferedArea * Area) + (bytes % BufferedArea);
        Assert.Equal(bytes, scene.Cycles[0][Statistic.Copied]);
        Assert.Equal(used, scene.Heap.New.UsedBytes);
    }

    [Fact]
    public void What_does_not_fit_into_the_buffers_of_to_space_is_promoted_at_its_first_survival()
    {
        using var scene = new YoungScene(Enumerable.Repeat(32L, 4 * 8053), "s");

        Assert.Equal(4 * BufferedArea, scene.Cycles[0][Statistic.Copied]);
        Assert.Equal((4 * 8053 * 32) - (4 * BufferedArea), scene.Cycles[0][Statistic.Promoted]);
        Assert.Equal(28_344, scene.Heap.New.State.Area.Rest);
    }

    [Fact]
    public void A_second_scavenge_of_a_full_to_space_promotes_all_of_it()
    {
        using var scene = new YoungScene(Enumerable.Repeat(32L, 4 * 8053), "ss");

        Assert.Equal(0, scene.Cycles[1][Statistic.Copied]);
        Assert.Equal(4 * BufferedArea, scene.Cycles[1][Statistic.Promoted]);
        Assert.Equal(0, scene.Heap.New.UsedBytes);
    }

    [Fact]
    public void Objects_up_to_eight_kilobytes_go_into_the_buffers_and_larger_ones_cut_their_chain()
    {
        using var buffered = new YoungScene([32, 8192, 32], "s");
        using var direct = new YoungScene([32, 8200, 32], "s");

        Assert.Equal(8192 + 64, buffered.Heap.New.UsedBytes);
        Assert.Equal(32_768 + 8200, direct.Heap.New.UsedBytes);
    }

    [Theory]
    [InlineData(32_768)]
    [InlineData(131_072)]
    public void An_object_over_the_buffer_limit_takes_just_its_bytes(long bytes)
    {
        using var scene = new YoungScene([bytes], "s");

        Assert.Equal(bytes, scene.Heap.New.UsedBytes);
    }

    [Fact]
    public void An_object_of_half_a_page_that_does_not_fit_leaves_the_tail_of_its_page()
    {
        using var scene = new YoungScene([131_072, 131_072, 131_072], "s");

        Assert.Equal((2 * Area) + 131_072, scene.Heap.New.UsedBytes);
    }

    [Theory]
    [InlineData("s")]
    [InlineData("ss")]
    [InlineData("f")]
    public void An_object_that_ends_exactly_at_the_end_of_its_page_survives_like_any_other(string collections)
    {
        using var scene = new YoungScene([131_072, Area - 131_072, 131_072, Area - 131_072, 64], collections);

        Assert.Equal((2 * Area) + 64, scene.Cycles.Sum(cycle => cycle[Statistic.Copied] + cycle[Statistic.Promoted]) / collections.Length);
    }

    [Theory]
    [InlineData(524_288, 4)]
    [InlineData(524_296, 8)]
    public void New_space_doubles_when_more_survived_since_its_last_growth_than_its_whole_pages_take(long bytes, long pages)
    {
        var sizes = Enumerable.Repeat(64L, (int)(bytes / 64) - 1).Append(64 + (bytes % 64));

        using var scene = new YoungScene(sizes, "sss");

        Assert.Equal([bytes, bytes, 0], scene.Cycles.Select(cycle => cycle[Statistic.Copied] + cycle[Statistic.Promoted]));
        Assert.Equal([4 * Area, 4 * Area, pages * Area], scene.Cycles.Select(cycle => cycle[Statistic.SemispaceCapacity]));
    }

    [Fact]
    public void The_grown_size_holds_for_to_space_of_the_same_collection()
    {
        // All four pages live; the second scavenge promotes them, the third begins with eight pages.
        using var scene = new YoungScene(Enumerable.Repeat(32L, 4 * 8053), "sss");

        Assert.Equal([4, 4, 8], scene.Cycles.Select(cycle => cycle[Statistic.SemispaceCapacity] / Area));
        Assert.Equal(8, scene.Heap.New.State.To.Count);
    }
}
