using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

public sealed class AgeMarkTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Objects_below_the_mark_have_survived_and_those_above_have_not(bool isTiny)
    {
        using var heap = Create(isTiny);
        var size = heap.Geometry.MaximumRegularObjectBytes - 8;
        long[] below = [Allocate(heap, size), Allocate(heap, size), Allocate(heap, 16)];
        heap.New.SetAgeMark();
        long[] above = [Allocate(heap, 16), Allocate(heap, size), Allocate(heap, size)];

        heap.New.Flip();

        Assert.All(below, each => Assert.True(heap.New.IsBelowAgeMark(each)));
        Assert.All(above, each => Assert.False(heap.New.IsBelowAgeMark(each)));
    }

    [Fact]
    public void A_mark_at_the_end_of_a_page_covers_the_whole_page_and_not_the_next()
    {
        using var heap = Create(isTiny: true);
        long[] below = [Allocate(heap, 256), Allocate(heap, 256)];
        heap.New.SetAgeMark();
        long[] above = [Allocate(heap, 256), Allocate(heap, 256)];

        Assert.Empty(new HeapVerifier(heap).Verify());
        heap.New.Flip();

        Assert.All(below, each => Assert.True(heap.New.IsBelowAgeMark(each)));
        Assert.All(above, each => Assert.False(heap.New.IsBelowAgeMark(each)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_mark_in_an_empty_space_leaves_everything_above(bool isTiny)
    {
        // Without a page prefix the mark is also the end of the page before: the page's flag must tell.
        using var heap = Create(isTiny);
        heap.New.SetAgeMark();
        var born = Allocate(heap, 64);

        Assert.Empty(new HeapVerifier(heap).Verify());
        heap.New.Flip();

        Assert.False(heap.New.IsBelowAgeMark(born));
    }

    [Fact]
    public void Flags_of_an_earlier_collection_do_not_outlive_a_flip()
    {
        using var heap = Create(isTiny: true);
        Allocate(heap, 64);
        heap.New.SetAgeMark();
        heap.New.Flip();
        heap.New.SetAgeMark();
        heap.New.Flip();
        heap.New.SetAgeMark();

        Assert.False(heap.New.IsBelowAgeMark(Allocate(heap, 64)));
    }

    private static SharedHeap Create(bool isTiny)
    {
        var heap = new SharedHeap(isTiny ? Geometry.Tiny : Geometry.Node20);
        heap.New.SetUp(heap.Geometry.MinimumSemispacePages * 2);
        return heap;
    }

    private static long Allocate(SharedHeap heap, int bytes)
    {
        Assert.True(heap.New.TryAllocate(bytes, out var address));
        heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, bytes / 8, 0);
        return address;
    }
}
