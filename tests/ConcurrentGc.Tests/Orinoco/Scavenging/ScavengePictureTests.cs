using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Scavenging;

public sealed class ScavengePictureTests
{
    [Theory]
    [InlineData("root -> a; a young 3", "s", "root r0 -> a; a intermediate 3")]
    [InlineData("root -> a; a young 3", "ss", "root r0 -> a; a old 3")]
    [InlineData("root -> a; a intermediate 3", "s", "root r0 -> a; a old 3")]
    [InlineData("root -> a; a.0 -> a; a young", "s", "root r0 -> a; a intermediate; a.0 -> a")]
    [InlineData("root -> a; a.0 -> a; a young", "ss", "root r0 -> a; a old; a.0 -> a")]
    [InlineData("root -> a; a -> b; b -> a", "s", "root r0 -> a; a intermediate; a.0 -> b; b intermediate; b.0 -> a")]
    [InlineData("root -> a; a -> b; b -> a", "ss", "root r0 -> a; a old; a.0 -> b; b old; b.0 -> a")]
    [InlineData("root -> a; root -> a; a young", "s", "root r0 -> a; root r1 -> a; a intermediate")]
    public void Two_survivals_make_an_object_old_and_its_edges_stay(string before, string collections, string after)
    {
        foreach (var helpers in new[] { 0, 2 })
        {
            for (var seed = 1UL; seed <= 20; seed++)
            {
                Assert.Equal(after, Scene.Of(before, collections, helpers, seed));
            }
        }
    }

    [Fact]
    public void An_object_below_the_age_mark_is_promoted_and_its_neighbor_above_it_on_the_same_page_is_not()
    {
        using var scene = Scene.After("root -> a; root -> b; a intermediate; b young", "s");

        Assert.Equal("root r0 -> a; root r1 -> b; a old; b intermediate", scene.Picture);
    }

    [Fact]
    public void A_dead_old_object_keeps_its_young_referent_alive_until_the_next_full_collection()
    {
        const string before = "root -> a; a young; dead old; dead.0 -> b; b young";

        using var scavenged = Scene.After(before, "ss");
        using var collected = Scene.After(before, "ssf");

        var bytes = 2 * 16;
        Assert.Equal(bytes, scavenged.Sum(Statistic.Promoted));
        Assert.Equal(bytes + 16, scavenged.Heap.Old.ObjectBytes);
        Assert.Equal(16, collected.Heap.Old.ObjectBytes);
    }

    [Fact]
    public void A_remembered_slot_is_kept_while_its_target_stays_young_and_dropped_when_the_target_is_old()
    {
        using var once = Scene.After("root -> o; o old; o.0 -> a; a young", "s");
        using var twice = Scene.After("root -> o; o old; o.0 -> a; a young", "ss");

        Assert.True(HasSlots(once));
        Assert.False(HasSlots(twice));
    }

    [Fact]
    public void A_remembered_slot_that_no_longer_points_to_a_young_object_is_dropped()
    {
        using var scene = Scene.After(
            "root -> o; o old; o.0 -> a; a young; root -> a",
            drawn => new Script().Do(heap => heap.Owned(drawn.Slot("o", 0)) = 0).Collect("s"));

        Assert.False(HasSlots(scene));
        Assert.Equal("root r0 -> o; root r1 -> a; o old; a intermediate", scene.Picture);
    }

    [Fact]
    public void A_promoted_object_remembers_its_slots_that_still_point_to_young_objects()
    {
        using var scene = Scene.After("root -> a; a intermediate 2; a.1 -> b; b young", "s");

        Assert.Equal("root r0 -> a; a old; a.1 -> b; b intermediate", scene.Picture);
        Assert.True(HasSlots(scene));
    }

    [Fact]
    public void A_page_that_the_mutator_has_an_open_area_on_is_not_taken_for_promotions()
    {
        // After the full collection the old page is swept for a promotion and has two free blocks: the mutator opens one.
        using var scene = Scene.After(
            "k old 1; d old 29; l old 1; e old 29; root k -> k; root l -> l; root r -> k",
            drawn => new Script().Collect("f").Do(heap =>
            {
                Assert.True(heap.New.TryAllocate(16, out var first));
                heap.Owned(first) = ObjectHeader.Encode(LayoutKind.RawFields, 2, 0);
                heap.Owned(drawn.RootSlot("r")) = Tagged.FromAddress(first);
            }).Collect("ss").Do(heap =>
            {
                Assert.Equal(heap.PageOf(drawn["k"]), heap.PageOf(heap.Owned(drawn.RootSlot("r"))));
                Assert.True(heap.Old.TryRefill(16, AllocationOrigin.Mutator));
                Assert.True(heap.New.TryAllocate(200, out var young));
                heap.Owned(young) = ObjectHeader.Encode(LayoutKind.RawFields, 25, 0);
                heap.Owned(drawn.RootSlot("r")) = Tagged.FromAddress(young);
            }).Collect("ss"));

        Assert.NotEqual(scene.Heap.PageOf(scene.Heap.Old.State.Area.Start), scene.Heap.PageOf(scene["r"]));
        Assert.Equal(SpaceId.Old, (SpaceId)scene.Heap.Page(scene["r"]).Space);
    }

    [Fact]
    public void A_cycle_between_old_and_young_survives_with_its_slot()
    {
        using var scene = Scene.After("root -> o; o old; o.0 -> a; a young; a.0 -> o", "sss", helpers: 2);

        Assert.Equal("root r0 -> o; o old; o.0 -> a; a old; a.0 -> o", scene.Picture);
        Assert.False(HasSlots(scene));
    }

    private static bool HasSlots(Scene scene)
    {
        for (var page = scene.Heap.Old.State.Pages.First; page != 0; page = scene.Heap.Page(page).Next)
        {
            if (scene.Heap.OldToNew.HasSlots(page))
            {
                return true;
            }
        }

        return false;
    }
}
