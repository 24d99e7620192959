using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Scavenging;

public sealed class LargeObjectTests
{
    [Theory]
    [InlineData("s")]
    [InlineData("f")]
    public void A_young_large_object_that_survives_becomes_old_where_it_is(string collections)
    {
        var before = 0L;

        using var scene = Scene.After("root r -> a; a new-large; a.1 = 7", drawn =>
        {
            before = drawn["a"];
            return collections;
        });

        Assert.Equal(before, scene["r"]);
        Assert.Equal("root r -> a; a large; a.1 = 7", scene.Picture);
        Assert.Equal(8 * 33, scene.Cycles[0][Statistic.Promoted]);
    }

    [Theory]
    [InlineData("s")]
    [InlineData("f")]
    public void A_dead_young_large_object_is_freed_by_the_next_collection(string collections)
    {
        using var scene = Scene.After("root -> a; b new-large; c new-large 130", collections);

        Assert.Equal(0, scene.Heap.NewLarge.State.CommittedBytes);
        Assert.Equal(0, scene.Heap.Large.State.CommittedBytes);
    }

    [Fact]
    public void A_dead_old_large_object_is_freed_by_a_full_collection_only()
    {
        using var scavenged = Scene.After("root -> a; b large; c large 130", "ss");
        using var collected = Scene.After("root -> a; b large; c large 130", "f");

        Assert.Equal(2, scavenged.Heap.Large.State.Objects.Count);
        Assert.Equal(0, collected.Heap.Large.State.Objects.Count);
    }

    [Theory]
    [InlineData("s", "b intermediate")]
    [InlineData("ss", "b old")]
    [InlineData("f", "b old")]
    public void The_slots_of_a_large_object_that_became_old_are_kept_up_to_date(string collections, string target)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            Assert.Equal(
                $"root r0 -> a; a large; a.0 -> b; a.199 -> b; {target}",
                Scene.Of("root -> a; a new-large 200; a.0 -> b; a.199 -> b; b young", collections, helpers: 2, seed));
        }
    }

    [Fact]
    public void Only_objects_over_the_regular_limit_are_large()
    {
        using var heap = World.CreateHeap(new WorldSettings());
        var context = default(ProgramContext);

        Assert.True(MutatorAllocator.TryAllocate(heap, ref context, 131_072, out var regular));
        Assert.True(MutatorAllocator.TryAllocate(heap, ref context, 131_080, out var large));

        Assert.Equal(SpaceId.New, (SpaceId)heap.Page(regular).Space);
        Assert.Equal(SpaceId.NewLarge, (SpaceId)heap.Page(large).Space);
    }

    [Theory]
    [InlineData(256_016, 4)]
    [InlineData(800_016, 1)]
    public void New_large_space_takes_objects_up_to_the_capacity_of_a_semispace(long bytes, int objects)
    {
        using var heap = World.CreateHeap(new WorldSettings());
        var context = default(ProgramContext);
        var allocated = 0;
        while (MutatorAllocator.TryAllocate(heap, ref context, bytes, out _))
        {
            allocated++;
        }

        Assert.Equal(objects, allocated);
        Assert.True(context.Request.IsLarge);
    }

    [Fact]
    public void The_first_young_large_object_has_room_whatever_its_size()
    {
        using var heap = World.CreateHeap(new WorldSettings());
        var context = default(ProgramContext);

        Assert.True(MutatorAllocator.TryAllocate(heap, ref context, 100 << 20, out _));
        Assert.False(MutatorAllocator.TryAllocate(heap, ref context, 131_080, out _));
    }
}
