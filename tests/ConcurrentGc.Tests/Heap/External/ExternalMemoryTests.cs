using ConcurrentGc.Heap;
using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap.External;

public sealed class ExternalMemoryTests
{
    [Fact]
    public void The_limit_lies_above_the_least_amount_since_the_last_full_collection()
    {
        using var heap = new SharedHeap(Geometry.Node20);
        const long soft = 64L << 20;

        heap.External.Count(1000);
        Assert.Equal((soft, 1000), (heap.External.Limit, heap.External.BytesSinceMarkCompact));

        heap.External.SetLowMark();
        Assert.Equal((soft + 1000, 0), (heap.External.Limit, heap.External.BytesSinceMarkCompact));

        heap.External.Count(-400);
        heap.External.Count(200);
        Assert.Equal((soft + 600, 200, 800), (heap.External.Limit, heap.External.BytesSinceMarkCompact, heap.External.Bytes));
    }

    [Fact]
    public void Memory_that_comes_back_is_zero_and_no_other_block_has_it()
    {
        using var heap = new SharedHeap(Geometry.Tiny);
        var pool = new ExternalPool(heap);
        var (first, second) = (pool.Take(100), pool.Take(128));
        for (var i = 0; i < 16; i++)
        {
            (heap.Owned(first + (8 * i)), heap.Owned(second + (8 * i))) = (-1, -1);
        }

        pool.Return(first, 100);
        var again = pool.Take(120);

        Assert.Equal(first, again);
        Assert.All(Enumerable.Range(0, 15), i => Assert.Equal(0, heap.Owned(again + (8 * i))));
        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(-1, heap.Owned(second + (8 * i))));
    }

    [Fact]
    public void A_range_that_is_used_up_gives_nothing_until_something_comes_back()
    {
        using var heap = new SharedHeap(Geometry.Tiny);
        var pool = new ExternalPool(heap);
        var blocks = new List<long>();
        for (var block = pool.Take(4096); block != 0; block = pool.Take(4096))
        {
            blocks.Add(block);
        }

        pool.Return(blocks[3], 4096);

        Assert.Equal(heap.Geometry.ExternalBytes / 4096, blocks.Count);
        Assert.Equal((blocks[3], 0), (pool.Take(4000), pool.Take(4000)));
        Assert.Equal(0, pool.Take(long.MaxValue / 2));
    }
}
