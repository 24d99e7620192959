using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Worklists;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Worklists;

public sealed class WorklistTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);
    private readonly Worklist _global;
    private LocalWorklist _local;

    public WorklistTests()
    {
        _global = new Worklist(_heap, Worklist.Take(_heap, segmentEntries: 2));
        _local = new LocalWorklist(_global);
    }

    [Fact]
    public void The_entry_pushed_last_is_popped_first()
    {
        _local.Push(_heap, 1);
        _local.Push(_heap, 2);

        Assert.Equal([2, 1], PopAll(ref _local));
        Assert.True(_local.IsEmpty);
    }

    [Fact]
    public void A_full_segment_says_so_and_refuses_another_entry()
    {
        _local.Push(_heap, 1);
        _local.Push(_heap, 2);

        Assert.True(_local.IsFull(_heap));
        Assert.Throws<CheckFailedException>(() => _local.Push(_heap, 3));
    }

    [Fact]
    public void What_is_published_can_be_stolen_by_another_worker_and_by_one_only()
    {
        var other = new LocalWorklist(_global);
        _local.Push(_heap, 1);
        _local.Push(_heap, 2);

        _local.Publish(_global);

        Assert.True(_local.IsEmpty);
        Assert.Equal(1, _heap.LoadRelaxed(_global.SegmentsAddress));
        Assert.True(other.TrySteal(_global));
        Assert.False(_local.TrySteal(_global));
        Assert.Equal(0, _heap.LoadRelaxed(_global.SegmentsAddress));
        Assert.Equal([2, 1], PopAll(ref other));
    }

    [Fact]
    public void The_segment_published_last_is_stolen_first()
    {
        _local.Push(_heap, 1);
        _local.Publish(_global);
        _local.Push(_heap, 2);
        _local.Publish(_global);

        _local.TrySteal(_global);

        Assert.Equal([2], PopAll(ref _local));
    }

    [Fact]
    public void Segments_are_reused_so_that_the_side_region_stops_growing()
    {
        PublishAndSteal();
        var top = _heap.Control.SideTop;

        for (var i = 0; i < 100; i++)
        {
            PublishAndSteal();
        }

        Assert.Equal(top, _heap.Control.SideTop);
    }

    [Fact]
    public void Stealing_over_entries_of_ones_own_fails_the_check()
    {
        _local.Push(_heap, 1);
        _local.Publish(_global);
        _local.Push(_heap, 2);
        _local.Push(_heap, 3);
        _ = _local.TryPop(_heap, out _);

        Assert.Throws<CheckFailedException>(() => _local.TrySteal(_global));
    }

    [Fact]
    public void Publishing_an_empty_segment_fails_the_check()
    {
        Assert.False(_local.HasPushed);
        Assert.Throws<CheckFailedException>(() => _local.Publish(_global));
    }

    public void Dispose() => _heap.Dispose();

    private void PublishAndSteal()
    {
        _local.Push(_heap, 1);
        _local.Publish(_global);
        Assert.True(_local.TrySteal(_global));
        Assert.True(_local.TryPop(_heap, out _));
    }

    private List<long> PopAll(ref LocalWorklist list)
    {
        var entries = new List<long>();
        while (list.TryPop(_heap, out var entry))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
