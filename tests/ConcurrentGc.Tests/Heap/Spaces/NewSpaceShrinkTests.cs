using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

/// <summary>Tiny pages of 512 bytes; new space began with two and has grown to eight.</summary>
public sealed class NewSpaceShrinkTests : IDisposable
{
    private const int Object = 256;

    private readonly SharedHeap _heap = new(Geometry.Tiny);

    public NewSpaceShrinkTests()
    {
        _heap.New.SetUp(2);
        _heap.New.Flip();
        Assert.True(_heap.New.TryGrow(8));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(7, 7)]
    [InlineData(16, 8)]
    public void It_shrinks_to_twice_what_is_used(int objects, long pages)
    {
        Allocate(objects);
        _heap.New.SetAgeMark();
        var used = _heap.New.UsedBytes;

        _heap.New.Shrink();

        Assert.Equal((pages, used), (_heap.New.State.Pages, _heap.New.UsedBytes));
        Assert.Equal(pages * 512, _heap.New.CommittedBytes);
        Assert.Empty(new HeapVerifier(_heap).Verify());
    }

    [Fact]
    public void It_allocates_and_flips_as_before()
    {
        Allocate(3);

        _heap.New.Shrink();

        Allocate(3);
        Assert.False(_heap.New.TryAllocate(Object, out _));
        Assert.True(_heap.New.CanFlip);
        _heap.New.Flip();
        Assert.Equal(6 * 512, _heap.New.CommittedBytes);
    }

    public void Dispose() => _heap.Dispose();

    private void Allocate(int objects)
    {
        for (var i = 0; i < objects; i++)
        {
            Assert.True(_heap.New.TryAllocate(Object, out var address));
            _heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, Object / 8, 0);
        }
    }
}
