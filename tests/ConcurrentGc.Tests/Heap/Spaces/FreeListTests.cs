using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

public sealed class FreeListTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Node20);
    private readonly long _categories;
    private readonly long _page;

    public FreeListTests()
    {
        _categories = _heap.Side.Take(_heap.FreeList.Categories);
        _page = _heap.Pages.Take(SpaceId.Old, 2);
    }

    [Theory]
    [InlineData(24, 0)]
    [InlineData(31, 0)]
    [InlineData(32, 1)]
    [InlineData(40, 1)]
    [InlineData(48, 2)]
    [InlineData(256, 15)]
    [InlineData(504, 15)]
    [InlineData(512, 16)]
    [InlineData(65_528, 22)]
    [InlineData(65_536, 23)]
    [InlineData(257_720, 23)]
    public void A_block_belongs_to_the_last_category_whose_minimum_it_reaches(long bytes, int category) =>
        Assert.Equal(category, _heap.FreeList.CategoryOf(bytes));

    [Fact]
    public void Blocks_under_24_bytes_are_waste_and_cannot_be_taken()
    {
        _heap.FreeList.Add(_categories, _page, 16);

        Assert.Equal(16, _heap.Page(_page).WastedBytes);
        Assert.Equal(0, Take(16, AllocationOrigin.Collector).Block);
        Assert.Equal(0, Take(16, AllocationOrigin.Mutator).Block);
    }

    [Fact]
    public void A_taken_block_comes_whole_and_leaves_the_accounts()
    {
        _heap.FreeList.Add(_categories, _page, 5000);

        Assert.Equal((_page, 5000), Take(64, AllocationOrigin.Mutator));
        Assert.Equal(0, _heap.Page(_page).FreeBytes);
        Assert.Equal(0, Take(24, AllocationOrigin.Collector).Block);
    }

    [Fact]
    public void A_collection_takes_the_tightest_category_that_fits()
    {
        AddBlocks(64, 4096, 128);

        Assert.Equal(64, Take(56, AllocationOrigin.Collector).Bytes);
        Assert.Equal(128, Take(72, AllocationOrigin.Collector).Bytes);
        Assert.Equal(4096, Take(72, AllocationOrigin.Collector).Bytes);
    }

    [Fact]
    public void A_program_takes_a_block_with_slack_first()
    {
        AddBlocks(64, 256, 4096);

        Assert.Equal(4096, Take(64, AllocationOrigin.Mutator).Bytes);
    }

    [Fact]
    public void Blocks_of_2_kilobytes_serve_the_fast_path_of_all_tiny_objects()
    {
        AddBlocks(4096, 2048);

        Assert.Equal(2048, Take(128, AllocationOrigin.Mutator).Bytes);
        Assert.Equal(4096, Take(128, AllocationOrigin.Mutator).Bytes);
    }

    [Fact]
    public void Larger_objects_skip_the_category_that_would_leave_less_slack()
    {
        AddBlocks(4096, 2048);

        Assert.Equal(4096, Take(136, AllocationOrigin.Mutator).Bytes);
    }

    [Fact]
    public void Tiny_objects_fall_back_to_256_bytes_before_the_precise_category()
    {
        AddBlocks(32, 256);

        Assert.Equal(256, Take(32, AllocationOrigin.Mutator).Bytes);
        Assert.Equal(32, Take(32, AllocationOrigin.Mutator).Bytes);
    }

    [Fact]
    public void Objects_over_128_bytes_do_not_fall_back_but_search_their_own_category()
    {
        AddBlocks(512, 144);

        Assert.Equal(144, Take(136, AllocationOrigin.Mutator).Bytes);
    }

    [Fact]
    public void Only_the_last_category_is_searched_to_its_end()
    {
        AddBlocks(100_000, 70_000);
        AddBlocks(24_000, 17_000);

        Assert.Equal(100_000, Take(90_000, AllocationOrigin.Collector).Bytes);
        Assert.Equal(70_000, Take(20_000, AllocationOrigin.Collector).Bytes);
        Assert.Equal(0, Take(20_000, AllocationOrigin.Collector).Block);
        Assert.Equal(17_000, Take(16_500, AllocationOrigin.Collector).Bytes);
        Assert.Equal(24_000, Take(20_000, AllocationOrigin.Collector).Bytes);
    }

    [Fact]
    public void An_unlinked_page_keeps_its_blocks_and_lends_none()
    {
        AddBlocks(64, 4096);

        _heap.FreeList.Unlink(_categories, _page);

        Assert.Equal(0, Take(24, AllocationOrigin.Collector).Block);
        Assert.Equal(4160, _heap.Page(_page).FreeBytes);

        _heap.FreeList.Link(_categories, _page);

        Assert.Equal(64, Take(24, AllocationOrigin.Collector).Bytes);
    }

    [Fact]
    public void Unlinking_a_page_that_is_in_no_list_leaves_the_others_linked()
    {
        var next = _page + _heap.Geometry.PageBytes;
        _heap.FreeList.Add(_categories, _page, 64);
        _heap.FreeList.Unlink(_categories, _page);
        _heap.FreeList.Add(_categories, next, 64);

        _heap.FreeList.Unlink(_categories, _page);

        Assert.Equal(next, Take(64, AllocationOrigin.Collector).Block);
    }

    [Fact]
    public void The_page_linked_last_lends_first()
    {
        var next = _page + _heap.Geometry.PageBytes;
        _heap.FreeList.Add(_categories, _page, 64);
        _heap.FreeList.Add(_categories, next, 64);

        Assert.Equal(next, Take(64, AllocationOrigin.Collector).Block);
        Assert.Equal(_page, Take(64, AllocationOrigin.Collector).Block);
    }

    [Fact]
    public void A_page_is_found_by_a_size_that_surely_fits_before_one_that_may_not()
    {
        var next = _page + _heap.Geometry.PageBytes;
        _heap.FreeList.Add(_categories, _page, 512);
        Assert.Equal(_page, _heap.FreeList.PageWith(_categories, 600));

        _heap.FreeList.Add(_categories, next, 1024);

        Assert.Equal(next, _heap.FreeList.PageWith(_categories, 600));
        Assert.Equal(0, _heap.FreeList.PageWith(_categories, 5000));
    }

    public void Dispose() => _heap.Dispose();

    private (long Block, long Bytes) Take(long bytes, AllocationOrigin origin)
    {
        var block = _heap.FreeList.Take(_categories, bytes, origin, out var blockBytes);
        return (block, blockBytes);
    }

    private void AddBlocks(params int[] sizes)
    {
        foreach (var bytes in sizes)
        {
            _heap.FreeList.Add(_categories, _page + _heap.Page(_page).FreeBytes, bytes);
        }
    }
}
