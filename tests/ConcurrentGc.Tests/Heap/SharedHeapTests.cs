using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap;

public sealed class SharedHeapTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);
    private readonly long _word;

    public SharedHeapTests() => _word = _heap.Side.Take(4);

    [Fact]
    public void Read_modify_write_operations_return_the_word_before()
    {
        _heap.Owned(_word) = 0b0110;

        Assert.Equal(0b0110, _heap.Or(_word, 0b1000));
        Assert.Equal(0b1110, _heap.And(_word, 0b1010));
        Assert.Equal(0b1010, _heap.FetchAdd(_word, 6));
        Assert.Equal(16, _heap.LoadAcquire(_word));
    }

    [Fact]
    public void Compare_exchange_stores_only_over_what_was_expected()
    {
        Assert.Equal(0, _heap.CompareExchange(_word, 0, 7));
        Assert.Equal(7, _heap.CompareExchange(_word, 0, 8));
        Assert.Equal(7, _heap.LoadRelaxed(_word));
    }

    [Fact]
    public void A_lock_has_one_holder_until_it_is_released()
    {
        Assert.True(_heap.TryLock(_word, 0));
        Assert.False(_heap.TryLock(_word, 1));
        Assert.False(_heap.TryLock(_word, 0));

        _heap.Unlock(_word);

        Assert.True(_heap.TryLock(_word, 1));
    }

    [Fact]
    public void An_overlapping_copy_moves_words_down_intact()
    {
        for (var i = 0; i < 4; i++)
        {
            _heap.Owned(_word + (i * 8)) = i;
        }

        _heap.CopyOwned(_word + 8, _word, 24);

        Assert.Equal([1, 2, 3, 3], Enumerable.Range(0, 4).Select(i => _heap.Owned(_word + (i * 8))));
    }

    [Fact]
    public void An_address_anywhere_in_a_page_leads_to_its_header()
    {
        var page = _heap.Pages.Take(SpaceId.Old, 2);
        _heap.Page(page).Number = 5;
        _heap.Page(page + 512).Number = 6;

        Assert.Equal(5, _heap.Page(page + 511).Number);
        Assert.Equal(6, _heap.Page(page + 512 + 17).Number);
        Assert.Equal(page, _heap.PageOf(page + 511));
    }

    [Fact]
    public void Two_heaps_share_no_word()
    {
        using var other = new SharedHeap(Geometry.Tiny);

        _heap.Owned(_word) = 1;

        Assert.Equal(0, other.Owned(_word));
    }

    public void Dispose() => _heap.Dispose();
}
