using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Orinoco.Footprint;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Footprint;

public sealed class AddressSpaceTests : IDisposable
{
    private readonly SharedHeap _heap = Filled(Geometry.Node20);

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

    [Theory]
    [InlineData("node20")]
    [InlineData("classic")]
    public void Ranges_of_the_heap_are_what_its_spaces_have_committed(string geometry)
    {
        using var heap = Filled(geometry is "classic" ? Geometry.Classic : Geometry.Node20);
        var ranges = AddressSpace.Of(heap, 0, 0);

        foreach (var space in HeapFootprint.Of(heap))
        {
            Assert.Equal(space.Size, ranges.Where(range => string.Equals(range.Name, $"[{space.Name}]", StringComparison.Ordinal)).Sum(range => range.Bytes));
        }
    }

    [Fact]
    public void Spaces_by_content_have_the_names_of_their_time()
    {
        using var heap = Filled(Geometry.Classic);

        Assert.Equal(
            "new_space old_pointer_space old_data_space code_space map_space cell_space property_cell_space large_object_space",
            string.Join(' ', HeapFootprint.Of(heap).Select(space => space.Name)));
    }

    [Fact]
    public void A_deeper_stack_and_more_helpers_make_the_resident_set_larger()
    {
        var less = ProcessFootprint.Of(_heap, 0, 0);
        var more = ProcessFootprint.Of(_heap, 1 << 20, 2);

        Assert.Equal((1 << 20) + (2 * NodeProcess.HelperStack(0).ResidentBytes), more.Resident - less.Resident);
        Assert.Equal(less with { Resident = 0 }, more with { Resident = 0 });
    }

    private static SharedHeap Filled(Geometry geometry)
    {
        var heap = new SharedHeap(geometry with { ReservedPages = 256 });
        heap.New.SetUp(4);
        _ = heap.Large.Allocate(1_000_000);
        _ = heap.NewLarge.Allocate(geometry.MaximumRegularObjectBytes + 8L);
        foreach (var space in heap.OldSpaces)
        {
            _ = space.TryAllocate(64, AllocationOrigin.Mutator, out _);
        }

        return heap;
    }
}
