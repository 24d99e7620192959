using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

public sealed class EvacuationCandidatesTests : IDisposable
{
    private const long Area = 257_720;

    private readonly SharedHeap _heap = new(Geometry.Node20);

    public void Dispose() => _heap.Dispose();

    [Theory]
    [InlineData(77_312, true)]
    [InlineData(77_320, false)]
    public void A_page_is_chosen_when_seventy_percent_of_it_are_free(long live, bool isChosen)
    {
        AddPages(live, 4);

        Assert.Equal(isChosen, default(EvacuationCandidates).Choose(_heap));
        Assert.Equal(isChosen ? 4 : 0, Chosen().Count);
    }

    [Fact]
    public void Nothing_is_chosen_when_no_page_would_be_gained()
    {
        AddPages(50_000, 1);

        Assert.False(default(EvacuationCandidates).Choose(_heap));
    }

    [Fact]
    public void No_more_than_four_megabytes_of_live_objects_are_chosen_the_emptiest_pages_first()
    {
        AddPages(70_000, 40);
        AddPages(60_000, 40);

        Assert.True(default(EvacuationCandidates).Choose(_heap));

        var live = Chosen().ConvertAll(page => _heap.Page(page).AllocatedBytes);
        Assert.Equal(40, live.Count(bytes => bytes == 60_000));
        Assert.Equal(((4 << 20) - (40 * 60_000)) / 70_000, live.Count(bytes => bytes == 70_000));
    }

    [Fact]
    public void Candidates_are_in_no_free_list()
    {
        AddPages(50_000, 3);

        Assert.True(default(EvacuationCandidates).Choose(_heap));

        Assert.Equal(0, _heap.FreeList.PageWith(_heap.Old.State.Categories, 24));
    }

    [Fact]
    public void Code_pages_stay_where_they_are()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.True(_heap.Code.TryAddFreshPage());
        }

        Assert.False(default(EvacuationCandidates).Choose(_heap));
    }

    [Theory]
    [InlineData(606_889, 64)]
    [InlineData(25_772, 95)]
    [InlineData(1_000_000_000, 50)]
    public void A_measured_speed_sets_the_bar_between_fifty_and_a_hundred_percent(long bytesAMillisecond, int percent)
    {
        var candidates = default(EvacuationCandidates);
        candidates.AddCompaction(bytesAMillisecond, 1_000_000);
        AddPages((Area * (100 - percent - 2) / 100) & -8, 8);
        AddPages((Area * (100 - percent + 2) / 100) & -8, 8);

        Assert.True(candidates.Choose(_heap));

        Assert.Equal(8, Chosen().Count);
    }

    /// <summary>Adds old pages, each with one object of that many bytes.</summary>
    private void AddPages(long live, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var one = new PagedSpace(_heap, PagedSpace.TakeLocal(_heap));
            for (var left = live; left > 0; left -= Math.Min(left, 100_000))
            {
                Assert.True(one.TryAllocate(Math.Min(left, 100_000), AllocationOrigin.Collector, out var address));
                _heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, (int)(Math.Min(left, 100_000) / 8), 0);
            }

            _heap.Old.Merge(one);
        }
    }

    private List<long> Chosen()
    {
        var chosen = new List<long>();
        for (var page = _heap.Old.State.Pages.First; page != 0; page = _heap.Page(page).Next)
        {
            if ((_heap.Flags(page) & PageFlags.EvacuationCandidate) != PageFlags.None)
            {
                chosen.Add(page);
            }
        }

        return chosen;
    }
}
