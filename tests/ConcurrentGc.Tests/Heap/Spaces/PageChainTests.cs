using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

public sealed class PageChainTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);
    private PageChain _chain;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_page_can_be_taken_out_anywhere(int place)
    {
        var pages = Enumerable.Range(0, 3).Select(_ => _heap.Pages.Take(SpaceId.Old, 1)).ToList();
        pages.ForEach(each => _chain.Append(_heap, each));

        _chain.Remove(_heap, pages[place]);
        pages.RemoveAt(place);

        Assert.Equal(pages, Forwards());
        Assert.Equal(pages.AsEnumerable().Reverse(), Backwards());
        Assert.Equal(2, _chain.Count);
    }

    [Fact]
    public void The_last_page_taken_out_leaves_an_empty_chain()
    {
        var page = _heap.Pages.Take(SpaceId.Old, 1);
        _chain.Append(_heap, page);

        _chain.Remove(_heap, page);

        Assert.Equal((0, 0, 0), (_chain.First, _chain.Last, _chain.Count));
    }

    public void Dispose() => _heap.Dispose();

    private List<long> Forwards()
    {
        var pages = new List<long>();
        for (var page = _chain.First; page != 0; page = _heap.Page(page).Next)
        {
            pages.Add(page);
        }

        return pages;
    }

    private List<long> Backwards()
    {
        var pages = new List<long>();
        for (var page = _chain.Last; page != 0; page = _heap.Page(page).Previous)
        {
            pages.Add(page);
        }

        return pages;
    }
}
