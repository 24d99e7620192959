using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Memory;

public sealed class HeapMemoryTests
{
    [Fact]
    public void The_whole_reserved_range_can_be_used_and_begins_as_zero()
    {
        using var heap = new SharedHeap(Geometry.Node20);

        Assert.Equal(0, heap.Owned(heap.Layout.End - 8));
        heap.Owned(heap.Layout.End - 8) = 7;
        Assert.Equal(7, heap.Owned(heap.Layout.End - 8));
    }

    [Fact]
    public void A_range_beyond_the_address_space_is_refused() =>
        Assert.ThrowsAny<Exception>(() => new HeapMemory(long.MaxValue / 2));

    [Fact]
    public void Giving_the_range_back_twice_is_harmless()
    {
        var memory = new HeapMemory(4096);

        memory.Dispose();
        memory.Dispose();

        Assert.Equal(4096, memory.Bytes);
    }
}
