using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

/// <summary>Tiny pages: 512 bytes of area, rests from 128 bytes on are parked.</summary>
public sealed class NewSpaceTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);

    public NewSpaceTests() => _heap.New.SetUp(2);

    [Fact]
    public void An_object_that_does_not_fit_the_page_leaves_the_tail_counted_as_used()
    {
        AllocateAll(256, 200);

        var next = Allocate(64);

        Assert.Equal(0, next % 512);
        Assert.Equal(512 + 64, _heap.New.UsedBytes);
        Verify();
    }

    [Fact]
    public void An_object_may_end_exactly_at_the_end_of_its_page()
    {
        AllocateAll(256, 256);

        Assert.Equal(512, _heap.New.UsedBytes);
        Verify();
        AllocateAll(256, 256);
        Assert.False(_heap.New.TryAllocate(16, out _));
        Verify();
    }

    [Fact]
    public void A_full_space_still_takes_an_object_that_fits_its_last_tail()
    {
        AllocateAll(256, 256, 256, 200);

        Assert.False(_heap.New.TryAllocate(64, out _));
        Assert.True(_heap.New.TryAllocate(56, out _));
    }

    [Fact]
    public void A_long_tail_is_used_again_once_the_pages_are_used_up()
    {
        AllocateAll(256, 64);
        var tail = _heap.New.State.Area.Top;
        AllocateAll(256, 256);

        var reused = Allocate(128);

        Assert.Equal(tail, reused);
        Assert.Equal(512 + 256 + 64 + 128, _heap.New.UsedBytes);
        Assert.Equal(_heap.PageOf(tail), _heap.New.State.To.Last);
        Verify();
    }

    [Fact]
    public void A_parked_tail_is_used_once()
    {
        AllocateAll(256, 64, 256, 256, 128);

        Assert.Equal(0, _heap.New.State.ParkedCount);
        Assert.False(_heap.New.TryAllocate(128, out _));
        AllocateAll(64);
        Verify();
    }

    [Fact]
    public void A_parked_tail_that_is_too_short_stays_parked()
    {
        AllocateAll(256, 64, 256, 256);

        Assert.False(_heap.New.TryAllocate(200, out _));
        Assert.Equal(1, _heap.New.State.ParkedCount);
        AllocateAll(192);
        Verify();
    }

    [Fact]
    public void A_short_tail_is_not_parked()
    {
        AllocateAll(256, 136, 256, 256);

        Assert.False(_heap.New.TryAllocate(64, out _));
        Assert.Equal(0, _heap.New.State.ParkedCount);
    }

    [Fact]
    public void A_collection_does_not_park_tails()
    {
        _heap.New.State.InCollection = 1;
        AllocateAll(256, 64, 256);

        Assert.Equal(0, _heap.New.State.ParkedCount);
    }

    [Fact]
    public void Pages_added_after_a_tail_was_reused_come_next()
    {
        AllocateAll(256, 64, 256, 256, 128);

        _heap.New.TryGrow(4);
        AllocateAll(256, 256);

        Assert.Equal(2, _heap.New.State.PagesUsed);
        Verify();
    }

    [Fact]
    public void A_flip_empties_to_space_and_forgets_parked_tails()
    {
        AllocateAll(256, 64, 256);
        var before = _heap.New.State.To;

        _heap.New.Flip();

        Assert.Equal((before.First, before.Last), (_heap.New.State.From.First, _heap.New.State.From.Last));
        Assert.Equal(PageFlags.Young | PageFlags.From, _heap.Flags(before.First));
        Assert.Equal((0, 0), (_heap.New.UsedBytes, _heap.New.State.ParkedCount));
        Assert.Equal(2048, _heap.New.CommittedBytes);
    }

    [Fact]
    public void Growing_adds_pages_to_both_semispaces()
    {
        _heap.New.Flip();

        _heap.New.TryGrow(4);

        Assert.Equal((4, 4), (_heap.New.State.To.Count, _heap.New.State.From.Count));
        Assert.Equal(2048, _heap.New.CapacityBytes);
        AllocateAll(256, 256, 256, 256, 256, 256, 256, 256);
    }

    [Fact]
    public void Growing_to_fewer_pages_fails_the_check() =>
        Assert.Throws<CheckFailedException>(() => _heap.New.TryGrow(1));

    [Theory]
    [InlineData(129)]
    [InlineData(65)]
    public void Growing_beyond_the_reserved_range_changes_nothing(long pages)
    {
        _heap.New.Flip();
        _heap.New.SetAgeMark();

        Assert.False(_heap.New.TryGrow(pages));

        Assert.Equal((2, 2), (_heap.New.State.To.Count, _heap.New.State.From.Count));
        Assert.True(_heap.Pages.HasFree(124) && !_heap.Pages.HasFree(125));
        Verify();
    }

    [Fact]
    public void A_semispace_that_the_reserved_range_has_no_pages_for_cannot_be_flipped_to()
    {
        _heap.Pages.Take(SpaceId.Large, 124);
        Assert.True(_heap.New.CanFlip);

        _heap.Pages.Take(SpaceId.Large, 1);

        Assert.False(_heap.New.CanFlip);
    }

    [Fact]
    public void From_space_that_cannot_be_made_whole_gives_up_its_pages()
    {
        _heap.New.Flip();
        var kept = _heap.New.State.From.First;
        _heap.New.RemoveFromSpacePage(kept); // as a page that becomes an old one
        _heap.Pages.Take(SpaceId.Large, 124);

        Assert.False(_heap.New.TryRebalance());

        Assert.Equal((0, 2), (_heap.New.State.From.Count, _heap.New.State.To.Count));
        Assert.True(_heap.Pages.HasFree(1) && !_heap.Pages.HasFree(2));
    }

    [Fact]
    public void A_range_smaller_than_a_semispace_is_refused()
    {
        using var small = new SharedHeap(Geometry.Tiny with { ReservedPages = 3 });

        Assert.Throws<InvalidOperationException>(() => small.New.SetUp(4));
    }

    public void Dispose() => _heap.Dispose();

    private void AllocateAll(params int[] sizes) => Array.ForEach(sizes, bytes => Allocate(bytes));

    private long Allocate(int bytes)
    {
        Assert.True(_heap.New.TryAllocate(bytes, out var address));
        _heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, bytes / 8, 0);
        return address;
    }

    private void Verify() => Assert.Empty(new HeapVerifier(_heap).Verify());
}
