using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Orinoco.Footprint;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Footprint;

public sealed class AddressSpaceTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Node20 with { ReservedPages = 256 });

    public AddressSpaceTests()
    {
        _heap.New.SetUp(4);
        _ = _heap.Large.Allocate(1_000_000);
        _ = _heap.NewLarge.Allocate(200_000);
        _ = _heap.Old.TryAllocate(64, AllocationOrigin.Mutator, out _);
    }

    public void Dispose() => _heap.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 1_000_000)]
    [InlineData(64, 10_000_000)]
    public void Ranges_are_in_order_and_apart_and_made_of_whole_pages(int helpers, long stack)
    {
        var ranges = AddressSpace.Of(_heap, stack, helpers);

        var end = 0L;
        foreach (var range in ranges)
        {
            Assert.True(range.Address >= end, $"{range} begins below {end:x}.");
            Assert.Equal(0, (range.Address | range.Bytes | range.ResidentBytes) % NodeProcess.SystemPageBytes);
            Assert.InRange(range.ResidentBytes, 0, range.Bytes);
            end = range.Address + range.Bytes;
        }
    }

    [Fact]
    public void Ranges_of_the_heap_are_what_its_spaces_have_committed()
    {
        var ranges = AddressSpace.Of(_heap, 0, 0);

        foreach (var space in HeapFootprint.Of(_heap))
        {
            Assert.Equal(space.Size, ranges.Where(range => string.Equals(range.Name, $"[{space.Name}]", StringComparison.Ordinal)).Sum(range => range.Bytes));
        }
    }

    [Fact]
    public void A_deeper_stack_and_more_helpers_make_the_resident_set_larger()
    {
        var less = ProcessFootprint.Of(_heap, 0, 0);
        var more = ProcessFootprint.Of(_heap, 1 << 20, 2);

        Assert.Equal((1 << 20) + (2 * NodeProcess.HelperStack(0).ResidentBytes), more.Resident - less.Resident);
        Assert.Equal(less with { Resident = 0 }, more with { Resident = 0 });
    }
}
