using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Marking;

public sealed class MarkBitsTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);
    private readonly long _page;

    public MarkBitsTests() => _page = _heap.Pages.Take(SpaceId.Old, 2);

    [Fact]
    public void TryMark_returns_true_to_the_first_caller_only()
    {
        Assert.True(_heap.MarkBits.TryMark(_page));
        Assert.False(_heap.MarkBits.TryMark(_page));
    }

    [Fact]
    public void TryMark_returns_true_to_exactly_one_of_two_threads()
    {
        using var heap = new SharedHeap(Geometry.Node20);
        var page = heap.Pages.Take(SpaceId.Old, 1);
        var objects = (int)(heap.Geometry.PageBytes / 16);
        using var start = new Barrier(2);
        var wins = new int[2][];
        var threads = Enumerable.Range(0, 2).Select(number => new Thread(() =>
        {
            wins[number] = new int[objects];
            start.SignalAndWait();
            for (var i = 0; i < objects; i++)
            {
                wins[number][i] = heap.MarkBits.TryMark(page + (i * 16)) ? 1 : 0;
            }
        })).ToList();

        threads.ForEach(each => each.Start());
        threads.ForEach(each => each.Join());

        Assert.All(Enumerable.Range(0, objects), i => Assert.Equal(1, wins[0][i] + wins[1][i]));
    }

    [Fact]
    public void Colors_go_from_white_over_grey_to_black()
    {
        Assert.Equal(Color.White, _heap.MarkBits.ColorOf(_page));

        _heap.MarkBits.TryMark(_page);
        Assert.Equal(Color.Grey, _heap.MarkBits.ColorOf(_page));

        Assert.True(_heap.MarkBits.TryBlacken(_page));
        Assert.False(_heap.MarkBits.TryBlacken(_page));
        Assert.Equal(Color.Black, _heap.MarkBits.ColorOf(_page));
    }

    [Fact]
    public void Two_word_neighbors_do_not_share_bits()
    {
        _heap.MarkBits.SetOwned(_page + 16, Color.Black);

        Assert.Equal(Color.White, _heap.MarkBits.ColorOf(_page));
        Assert.Equal(Color.White, _heap.MarkBits.ColorOf(_page + 32));
    }

    [Fact]
    public void The_last_two_words_of_a_page_have_bits_of_their_own()
    {
        _heap.MarkBits.SetOwned(_page + 496, Color.Black);

        Assert.Equal(Color.Black, _heap.MarkBits.ColorOf(_page + 496));
        Assert.Equal(Color.White, _heap.MarkBits.ColorOf(_page + 512));
        Assert.Equal(_page + 1024, _heap.MarkBits.NextMarked(_page + 512, _page + 1024));
    }

    [Fact]
    public void NextMarked_finds_objects_in_order_across_cells_and_stops_at_the_end()
    {
        _heap.MarkBits.TryMark(_page + 504);
        _heap.MarkBits.TryMark(_page + 512);

        Assert.Equal(_page + 504, _heap.MarkBits.NextMarked(_page, _page + 1024));
        Assert.Equal(_page + 512, _heap.MarkBits.NextMarked(_page + 512, _page + 1024));
        Assert.Equal(_page + 256, _heap.MarkBits.NextMarked(_page, _page + 256));
    }

    [Fact]
    public void Clearing_a_page_leaves_its_neighbor_alone()
    {
        _heap.MarkBits.TryMark(_page + 8);
        _heap.MarkBits.TryMark(_page + 512);

        _heap.MarkBits.Clear(_page, _page + 512);

        Assert.False(_heap.MarkBits.IsMarked(_page + 8));
        Assert.True(_heap.MarkBits.IsMarkedOwned(_page + 512));
    }

    [Fact]
    public void Whitening_clears_both_bits()
    {
        _heap.MarkBits.SetOwned(_page, Color.Black);
        _heap.MarkBits.SetOwned(_page, Color.White);

        Assert.Equal(0, _heap.Owned(_heap.MarkBits.Cell(_page)));
    }

    public void Dispose() => _heap.Dispose();
}
