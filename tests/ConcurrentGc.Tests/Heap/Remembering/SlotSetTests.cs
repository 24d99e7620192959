using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Remembering;

public sealed class SlotSetTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);
    private readonly long _page;

    public SlotSetTests() => _page = _heap.Pages.Take(SpaceId.Old, 3);

    [Fact]
    public void An_inserted_slot_is_in_the_set_and_its_neighbors_are_not()
    {
        _heap.OldToNew.InsertOwned(_page + 128);

        Assert.True(_heap.OldToNew.Contains(_page + 128));
        Assert.False(_heap.OldToNew.Contains(_page + 120));
        Assert.False(_heap.OldToNew.Contains(_page + 136));
        Assert.False(_heap.OldToOld.Contains(_page + 128));
    }

    [Fact]
    public void Slots_of_a_page_come_in_order_whatever_the_order_of_insertion()
    {
        long[] slots = [_page + 504, _page, _page + 128, _page + 120];
        foreach (var slot in slots)
        {
            _heap.OldToNew.InsertOwned(slot);
        }

        Assert.Equal(slots.Order(), SlotsOf(_page));
    }

    [Fact]
    public void The_last_slot_of_a_page_is_not_the_first_of_the_next()
    {
        _heap.OldToNew.InsertOwned(_page + 512 + 504);

        Assert.Empty(SlotsOf(_page));
        Assert.Equal([_page + 512 + 504], SlotsOf(_page + 512));
        Assert.Empty(SlotsOf(_page + 1024));
    }

    [Fact]
    public void Each_bucket_is_announced_by_its_own_bit()
    {
        _heap.OldToNew.InsertOwned(_page);
        _heap.OldToNew.InsertOwned(_page + 384);

        Assert.Equal(0b1001, _heap.Page(_page).OldToNewBuckets);
        Assert.True(_heap.OldToNew.IsBucketAnnounced(_page + 127));
        Assert.False(_heap.OldToNew.IsBucketAnnounced(_page + 128));
    }

    [Fact]
    public void The_two_steps_of_a_racing_insertion_make_the_same_set_as_the_owned_one()
    {
        _heap.OldToNew.InsertOwned(_page + 200);
        _heap.OldToNew.AnnounceBucket(_page + 512 + 200);
        _heap.OldToNew.Insert(_page + 512 + 200);

        Assert.Equal(_heap.Page(_page).OldToNewBuckets, _heap.Page(_page + 512).OldToNewBuckets);
        Assert.Equal([_page + 512 + 200], SlotsOf(_page + 512));
    }

    [Fact]
    public void A_removed_slot_is_gone_and_its_bucket_stays_until_it_is_freed()
    {
        _heap.OldToNew.InsertOwned(_page + 8);
        _heap.OldToNew.InsertOwned(_page + 256);

        _heap.OldToNew.Remove(_page + 8);
        Assert.Equal(0b0101, _heap.Page(_page).OldToNewBuckets);

        _heap.OldToNew.FreeEmptyBuckets(_page);
        Assert.Equal(0b0100, _heap.Page(_page).OldToNewBuckets);
        Assert.Equal([_page + 256], SlotsOf(_page));
    }

    [Fact]
    public void Removing_a_range_keeps_the_slots_at_its_end_and_before_its_start()
    {
        long[] slots = [_page + 56, _page + 64, _page + 120, _page + 128, _page + 192];
        foreach (var slot in slots)
        {
            _heap.OldToNew.InsertOwned(slot);
        }

        _heap.OldToNew.RemoveRange(_page + 64, _page + 192);

        Assert.Equal([_page + 56, _page + 192], SlotsOf(_page));
    }

    [Fact]
    public void A_cleared_page_has_no_slots_and_its_neighbor_keeps_its_own()
    {
        _heap.OldToNew.InsertOwned(_page + 504);
        _heap.OldToNew.InsertOwned(_page + 512);

        _heap.OldToNew.ClearPage(_page);

        Assert.False(_heap.OldToNew.HasSlots(_page));
        Assert.False(_heap.OldToNew.Contains(_page + 504));
        Assert.True(_heap.OldToNew.Contains(_page + 512));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_insertions_and_removals_agree_with_a_sorted_set(int seed)
    {
        using var heap = new SharedHeap(Geometry.Node20);
        var page = heap.Pages.Take(SpaceId.Old, 1);
        var model = new SortedSet<long>();
        var random = new Random(seed);

        for (var i = 0; i < 20_000; i++)
        {
            var slot = page + (random.Next((int)heap.Geometry.PageBytes / 8) * 8L);
            if (random.Next(3) > 0)
            {
                heap.OldToNew.InsertOwned(slot);
                model.Add(slot);
            }
            else
            {
                var end = Math.Min(slot + random.Next(4096), page + heap.Geometry.PageBytes) & -8L;
                heap.OldToNew.RemoveRange(slot, end);
                model.RemoveWhere(each => each >= slot && each < end);
            }
        }

        var found = new List<long>();
        var pageEnd = page + heap.Geometry.PageBytes;
        for (var slot = heap.OldToNew.Next(page, pageEnd); slot < pageEnd; slot = heap.OldToNew.Next(slot + 8, pageEnd))
        {
            found.Add(slot);
        }

        Assert.Equal(model, found);
        for (var at = page; at < pageEnd; at += 8 * 37)
        {
            Assert.Equal(model.GetViewBetween(page, at).Max, heap.OldToNew.Previous(at, page)); // an empty view has the maximum zero
        }
    }

    public void Dispose() => _heap.Dispose();

    private List<long> SlotsOf(long page)
    {
        var (slots, end) = (new List<long>(), page + 512);
        for (var slot = _heap.OldToNew.Next(page, end); slot < end; slot = _heap.OldToNew.Next(slot + 8, end))
        {
            slots.Add(slot);
        }

        return slots;
    }
}
