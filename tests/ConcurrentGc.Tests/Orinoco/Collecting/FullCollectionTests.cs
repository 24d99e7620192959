using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

public sealed class FullCollectionTests
{
    [Theory]
    [InlineData("root -> a; a young 3", "root r0 -> a; a old 3")]
    [InlineData("root -> a; a intermediate 3", "root r0 -> a; a old 3")]
    [InlineData("root -> a; a.0 -> a", "root r0 -> a; a old; a.0 -> a")]
    [InlineData("root -> a; a -> b; b -> a; a large", "root r0 -> a; a large; a.0 -> b; b old; b.0 -> a")]
    [InlineData("root -> a; a -> b; b -> a; a new-large", "root r0 -> a; a large; a.0 -> b; b old; b.0 -> a")]
    [InlineData("root -> a; a -> b; b -> a; a code", "root r0 -> a; a code; a.0 -> b; b old; b.0 -> a")]
    public void All_that_is_reachable_is_old_afterwards_and_new_space_is_empty(string before, string after)
    {
        foreach (var helpers in new[] { 0, 2 })
        {
            for (var seed = 1UL; seed <= 20; seed++)
            {
                using var scene = Scene.After(before, "f", helpers, seed);

                Assert.Equal(after, scene.Picture);
                Assert.Equal(0, scene.Heap.New.UsedBytes);
                Assert.Equal(0, scene.Heap.NewLarge.State.Objects.Count);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Every_space_has_exactly_the_bytes_that_are_reachable_in_it(int helpers)
    {
        var geometry = Scene.Roomy with { MinimumSemispacePages = 8 };
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var picture = RandomPicture.Of(seed, objects: 40);

            using var scene = Scene.After(picture, seed % 2 == 0 ? "f" : "sfsf", helpers, seed, geometry: geometry);

            var oracle = new ReachabilityOracle(scene.Heap);
            oracle.Walk();
            var bytes = oracle.Reached.GroupBy(each => (SpaceId)scene.Heap.Page(each).Space)
                .ToDictionary(space => space.Key, space => space.Sum(each => SizeOf(scene, each)));
            Assert.Equal(bytes.GetValueOrDefault(SpaceId.Old), scene.Heap.Old.ObjectBytes);
            Assert.Equal(bytes.GetValueOrDefault(SpaceId.Code), scene.Heap.Code.ObjectBytes);
            Assert.Equal(bytes.GetValueOrDefault(SpaceId.Large), scene.Heap.Large.State.ObjectBytes);
            Assert.Equal(0, scene.Heap.New.UsedBytes);
            Assert.Equal(0, scene.Heap.NewLarge.State.ObjectBytes);
        }
    }

    [Theory]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    public void As_many_helpers_as_can_be_asked_for_mark_the_whole_graph(int helpers)
    {
        var geometry = Scene.Roomy with { SideBytes = 1 << 22, MinimumSemispacePages = 8 };
        for (var seed = 1UL; seed <= 10; seed++)
        {
            using var scene = Scene.After(RandomPicture.Of(seed, objects: 40), "ff", helpers, seed, geometry: geometry);

            Assert.True(scene.Cycles[1][Statistic.ObjectsMarked] > 0);
        }
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(11, false)]
    public void A_young_page_with_more_than_seventy_percent_live_becomes_old_without_copying(int fields, bool stays)
    {
        // 256 bytes and the rest: 70 % of a page of 512 bytes are 358.
        var before = 0L;

        using var scene = Scene.After($"root r -> a; a young 31; a.0 -> b; b young {fields}", drawn =>
        {
            before = drawn["a"];
            return "f";
        });

        Assert.Equal(stays, scene["r"] == before);
        Assert.Equal(256 + (8 * (fields + 1)), scene.Cycles[0][Statistic.Promoted]);
    }

    [Theory]
    [InlineData("root -> a; a young 3", 1, 32, 0)]
    [InlineData("root -> a; a young 31; a.0 -> b; b young 30", 2, 0, 32 + 31)]
    [InlineData("root -> a; a new-large 500", 1, 0, 501)]
    [InlineData("root -> a; a new-large 500; a -> b; b young 5", 2, 48, 501)]
    public void Only_bytes_that_move_are_paid_for_and_of_what_stays_the_fields(string picture, int objects, long bytes, long words)
    {
        using var scene = Scene.After(picture, "f");

        Assert.Equal(objects, scene.Paid(Work.EvacuateObject));
        Assert.Equal(bytes, scene.Paid(Work.EvacuateByte));
        Assert.Equal(words, scene.Paid(Work.ScanWord));
    }

    [Fact]
    public void Empty_pages_are_released_but_one()
    {
        var dead = string.Join("; ", Enumerable.Range(0, 12).Select(i => $"n{i} old 31"));

        using var scene = Scene.After("root -> a; " + dead, "s");
        using var collected = Scene.After("root -> a; " + dead, "f");

        Assert.Equal(6, scene.Heap.Old.State.Pages.Count);
        Assert.Equal(1, collected.Heap.Old.State.Pages.Count); // and that one takes what was young
        Assert.Equal(16, collected.Heap.Old.ObjectBytes);
    }

    [Fact]
    public void Promotions_after_a_sweep_go_into_the_free_blocks()
    {
        // One old page: 16 bytes live, 496 dead. The young object is made after the full collection.
        using var scene = Scene.After(
            "root k -> k; root r -> k; k old 1; d old 30; e old 30",
            drawn => new Script().Collect("f").Do(heap =>
            {
                _ = heap.New.TryAllocate(256, out var young);
                heap.Owned(young) = ObjectHeader.Encode(LayoutKind.RawFields, 32, 0);
                heap.Owned(drawn.RootSlot("r")) = Tagged.FromAddress(young);
            }).Collect("ss"));

        Assert.Equal(1, scene.Heap.Old.State.Pages.Count);
        Assert.Equal(scene.Heap.PageOf(scene["k"]), scene.Heap.PageOf(scene["r"]));
    }

    private static long SizeOf(Scene scene, long address) =>
        ObjectHeader.SizeBytes(scene.Heap.Owned(address), scene.Heap.Owned(address + 8));
}
