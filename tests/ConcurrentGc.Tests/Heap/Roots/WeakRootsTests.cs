using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Roots;

public sealed class WeakRootsTests
{
    [Fact]
    public void A_number_that_is_given_again_and_again_stands_in_the_list_of_the_young_ones_once()
    {
        using var heap = new SharedHeap(Geometry.Tiny with { SideBytes = 1 << 20 });
        heap.New.SetUp(2);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(heap.New.TryAllocate(16, out var address));
            heap.WeakRoots.Set(3, address);
            heap.WeakRoots.Set(3, address);
            Assert.Equal(address + 1, heap.WeakRoots.At(3));
            heap.WeakRoots.Clear(3);
            Assert.Equal(0, heap.WeakRoots.At(3));
        }

        Assert.Equal((4, 1), (heap.WeakRoots.Count, heap.Control.WeakRoots.YoungCount));
        heap.WeakRoots.AfterScavenge();
        Assert.Equal((0, 0), (heap.Control.WeakRoots.YoungCount, heap.WeakRoots.At(3)));
    }
}
