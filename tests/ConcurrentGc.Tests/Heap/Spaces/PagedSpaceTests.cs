using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

public sealed class PagedSpaceTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);

    [Fact]
    public void An_empty_space_adds_a_page_and_cuts_objects_off_one_after_another()
    {
        var first = Allocate(_heap.Old, 32);
        var second = Allocate(_heap.Old, 64);

        Assert.Equal(first + 32, second);
        Assert.Equal(1, _heap.Old.State.Pages.Count);
        Assert.Equal(96, _heap.Old.ObjectBytes);
        Assert.Equal(512, _heap.Old.State.AllocatedBytes);
    }

    [Fact]
    public void A_retired_area_gives_its_rest_back_to_the_byte()
    {
        Allocate(_heap.Old, 32);

        _heap.Old.RetireArea();

        Assert.Equal(32, _heap.Old.State.AllocatedBytes);
        Assert.Equal(480, _heap.Old.HoleBytes());
        Assert.Empty(new HeapVerifier(_heap).Verify());
    }

    [Fact]
    public void A_rest_too_small_to_link_is_waste()
    {
        Allocate(_heap.Old, 256);
        Allocate(_heap.Old, 240);

        _heap.Old.RetireArea();

        Assert.Equal((496, 16), (_heap.Old.State.AllocatedBytes, _heap.Page(_heap.Old.State.Pages.First).WastedBytes));
        Assert.Empty(new HeapVerifier(_heap).Verify());
    }

    [Fact]
    public void A_freed_object_is_allocated_again()
    {
        var freed = Allocate(_heap.Old, 64);
        Allocate(_heap.Old, 256);
        Allocate(_heap.Old, 192);

        _heap.Old.Free(freed, 64);

        Assert.Equal(freed, Allocate(_heap.Old, 48, AllocationOrigin.Collector));
        Assert.Equal(1, _heap.Old.State.Pages.Count);
        Assert.Empty(new HeapVerifier(_heap).Verify());
    }

    [Fact]
    public void A_merged_space_is_empty_and_its_objects_are_counted_where_they_are()
    {
        var local = new PagedSpace(_heap, PagedSpace.TakeLocal(_heap));
        Allocate(_heap.Old, 64);
        Allocate(local, 128);
        Allocate(local, 256);
        Allocate(local, 256);

        _heap.Old.Merge(local);

        Assert.Equal((0, 0), (local.State.Pages.Count, local.State.AllocatedBytes));
        Assert.Equal(3, _heap.Old.State.Pages.Count);
        Assert.Equal(64 + 128 + 256 + 256, _heap.Old.ObjectBytes);
        Assert.Empty(new HeapVerifier(_heap).Verify());
    }

    [Fact]
    public void A_page_taken_over_brings_its_blocks()
    {
        var local = new PagedSpace(_heap, PagedSpace.TakeLocal(_heap));
        var freed = Allocate(_heap.Old, 64);
        Allocate(_heap.Old, 64);
        _heap.Old.Free(freed, 64);
        _heap.Old.RetireArea();

        local.TakePage(_heap.Old, _heap.PageOf(freed));

        Assert.Equal((0, 64), (_heap.Old.State.AllocatedBytes, local.State.AllocatedBytes));
        Assert.False(_heap.Old.TryRefill(24, AllocationOrigin.Collector));
        Assert.True(local.TryRefill(24, AllocationOrigin.Collector));
    }

    [Fact]
    public void Taking_over_the_page_of_an_open_area_fails_the_check()
    {
        var local = new PagedSpace(_heap, PagedSpace.TakeLocal(_heap));
        var address = Allocate(_heap.Old, 64);

        Assert.Throws<CheckFailedException>(() => local.TakePage(_heap.Old, _heap.PageOf(address)));
    }

    [Fact]
    public void A_used_up_range_is_said_so()
    {
        _ = _heap.Pages.Take(SpaceId.Large, _heap.Geometry.ReservedPages);

        Assert.False(_heap.Old.TryAllocate(32, AllocationOrigin.Collector, out _));
    }

    [Fact]
    public void Pages_of_read_only_space_are_flagged()
    {
        var address = Allocate(_heap.ReadOnly, 32);

        Assert.Equal(PageFlags.ReadOnly, _heap.Flags(address));
    }

    [Fact]
    public void Pages_are_numbered_in_the_order_they_joined()
    {
        _heap.Old.TryAddFreshPage();
        _heap.Old.TryAddFreshPage();

        Assert.Equal(1, _heap.Page(_heap.Old.State.Pages.First).Number);
        Assert.Equal(2, _heap.Page(_heap.Old.State.Pages.Last).Number);
    }

    public void Dispose() => _heap.Dispose();

    private long Allocate(PagedSpace space, int bytes, AllocationOrigin origin = AllocationOrigin.Mutator)
    {
        Assert.True(space.TryAllocate(bytes, origin, out var address));
        _heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, bytes / 8, 0);
        return address;
    }
}
