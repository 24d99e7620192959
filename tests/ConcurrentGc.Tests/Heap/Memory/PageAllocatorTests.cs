using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Memory;

public sealed class PageAllocatorTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);

    [Fact]
    public void Pages_come_in_rising_order()
    {
        var pages = Enumerable.Range(0, 3).Select(_ => _heap.Pages.Take(SpaceId.Old, 1));

        Assert.Equal([Page(0), Page(1), Page(2)], pages);
    }

    [Fact]
    public void The_lowest_returned_page_is_handed_out_next()
    {
        _ = _heap.Pages.Take(SpaceId.Old, 4);
        _heap.Pages.Return(Page(2), 1);
        _heap.Pages.Return(Page(1), 1);

        Assert.Equal(Page(1), _heap.Pages.Take(SpaceId.Old, 1));
        Assert.Equal(Page(2), _heap.Pages.Take(SpaceId.Old, 1));
        Assert.Equal(Page(4), _heap.Pages.Take(SpaceId.Old, 1));
    }

    [Fact]
    public void Adjacent_pages_skip_gaps_that_are_too_short_and_leave_them_for_single_pages()
    {
        _ = _heap.Pages.Take(SpaceId.Old, 4);
        _heap.Pages.Return(Page(1), 1);

        Assert.Equal(Page(4), _heap.Pages.Take(SpaceId.Large, 3));
        Assert.Equal(Page(1), _heap.Pages.Take(SpaceId.Old, 1));
    }

    [Fact]
    public void Every_frame_of_a_chunk_names_the_first_one()
    {
        var first = _heap.Pages.Take(SpaceId.Large, 3);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(first, _heap.Page(first + (i * 512)).Chunk);
            Assert.Equal((long)SpaceId.Large, _heap.Page(first + (i * 512)).Space);
        }
    }

    [Fact]
    public void Free_pages_count_wherever_they_are()
    {
        _ = _heap.Pages.Take(SpaceId.Old, 128);
        _heap.Pages.Return(Page(7), 1);
        _heap.Pages.Return(Page(127), 1);

        Assert.True(_heap.Pages.HasFree(2));
        Assert.False(_heap.Pages.HasFree(3));
    }

    [Fact]
    public void Pages_of_a_space_are_as_good_as_free_where_it_is_left_out()
    {
        _ = _heap.Pages.Take(SpaceId.Old, 2);
        _ = _heap.Pages.Take(SpaceId.NewLarge, 3);
        _ = _heap.Pages.Take(SpaceId.Old, 123);
        _heap.Pages.Return(Page(1), 1);

        Assert.True(_heap.Pages.HasGapWithout(SpaceId.NewLarge, 4));
        Assert.False(_heap.Pages.HasGapWithout(SpaceId.NewLarge, 5));
        Assert.False(_heap.Pages.HasGapWithout(SpaceId.Large, 2));
    }

    [Fact]
    public void A_used_up_range_gives_no_page()
    {
        Assert.NotEqual(0, _heap.Pages.Take(SpaceId.Old, 100));
        Assert.Equal(0, _heap.Pages.Take(SpaceId.Large, 29));
        Assert.NotEqual(0, _heap.Pages.Take(SpaceId.Large, 28));
        Assert.Equal(0, _heap.Pages.Take(SpaceId.Old, 1));
    }

    [Fact]
    public void Pages_ever_used_never_falls()
    {
        var page = _heap.Pages.Take(SpaceId.Old, 5);
        _heap.Pages.Return(page, 5);
        _ = _heap.Pages.Take(SpaceId.Old, 1);

        Assert.Equal(5, _heap.Control.PagesEverUsed);
    }

    [Fact]
    public void A_returned_page_has_an_empty_header()
    {
        var page = _heap.Pages.Take(SpaceId.Old, 1);
        _heap.Page(page).AllocatedBytes = 16;
        _heap.Page(page).Flags = (long)PageFlags.ReadOnly;

        _heap.Pages.Return(page, 1);

        Assert.Equal((0, 0, 0), (_heap.Page(page).AllocatedBytes, _heap.Page(page).Flags, _heap.Page(page).Space));
    }

    [Fact]
    public void Returning_a_page_with_marks_fails_the_check()
    {
        var page = _heap.Pages.Take(SpaceId.Old, 1);
        _heap.MarkBits.SetOwned(page, Color.Grey);

        Assert.Throws<CheckFailedException>(() => _heap.Pages.Return(page, 1));
    }

    [Fact]
    public void Returning_a_page_with_slots_fails_the_check()
    {
        var page = _heap.Pages.Take(SpaceId.Old, 1);
        _heap.OldToNew.InsertOwned(page + 8);

        Assert.Throws<CheckFailedException>(() => _heap.Pages.Return(page, 1));
    }

    [Fact]
    public void Returning_a_page_with_free_blocks_fails_the_check()
    {
        Assert.True(_heap.Old.TryAddFreshPage());
        var page = _heap.Old.State.Pages.First;

        Assert.Throws<CheckFailedException>(() => _heap.Pages.Return(page, 1));
    }

    public void Dispose() => _heap.Dispose();

    private long Page(int index) => _heap.Layout.PagesStart + (index * 512L);
}
