using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Memory;

public sealed class SideRegionTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);

    [Fact]
    public void Regions_follow_one_another_and_are_zero()
    {
        var first = _heap.Side.Take(3);
        var second = _heap.Side.Take(2);

        Assert.Equal(first + 24, second);
        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(0, _heap.Owned(first + (i * 8))));
    }

    [Fact]
    public void The_region_can_be_used_to_its_last_word()
    {
        var left = (_heap.Layout.MarkBitsStart - _heap.Control.SideTop) / 8;

        Assert.Equal(_heap.Layout.MarkBitsStart, _heap.Side.Take(left) + (left * 8));
        Assert.Throws<InvalidOperationException>(() => _heap.Side.Take(1));
    }

    public void Dispose() => _heap.Dispose();
}
