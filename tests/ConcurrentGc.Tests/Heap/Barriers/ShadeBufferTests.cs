using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Worklists;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Barriers;

/// <summary>Segments of two entries.</summary>
public sealed class ShadeBufferTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);
    private readonly Worklist _grey;

    public ShadeBufferTests()
    {
        _heap.Control.Barrier.Shaded.Worklist = Worklist.Take(_heap, segmentEntries: 2);
        _grey = new Worklist(_heap, _heap.Control.Barrier.Shaded.Worklist);
    }

    [Fact]
    public void A_segment_is_full_after_its_last_entry_and_can_be_sent()
    {
        Push(8);
        Assert.False(new ShadeBuffer(_heap).HasFull);
        Push(16);

        var segment = new ShadeBuffer(_heap).TakeFull();

        Assert.Equal([8, 16], Entries(segment));
        Assert.False(new ShadeBuffer(_heap).HasFull);
    }

    [Fact]
    public void A_flush_moves_full_segments_and_the_begun_one_to_the_global_list()
    {
        Push(8, 16, 24);

        new ShadeBuffer(_heap).Flush();

        var published = new List<long>();
        for (var segment = _grey.TakeAll(); segment != 0; segment = _heap.Owned(segment))
        {
            published.AddRange(Entries(segment));
        }

        Assert.Equal([8, 16, 24], published.Order());
        Assert.Equal(0, _heap.Control.Barrier.Shaded.Segment);
    }

    [Fact]
    public void Segments_that_came_back_to_the_list_are_filled_again()
    {
        Push(8, 16);
        _grey.Return(new ShadeBuffer(_heap).TakeFull());
        new ShadeBuffer(_heap).Flush();
        var used = _heap.Control.SideTop;

        Push(24, 32);

        Assert.Equal(used, _heap.Control.SideTop);
    }

    public void Dispose() => _heap.Dispose();

    private void Push(params long[] addresses) => Array.ForEach(addresses, new ShadeBuffer(_heap).Push);

    private List<long> Entries(long segment) =>
        [.. Enumerable.Range(0, (int)_grey.CountOf(segment)).Select(i => _heap.Owned(Worklist.EntryAddress(segment, i)))];
}
