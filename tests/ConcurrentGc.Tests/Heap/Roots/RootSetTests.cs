using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Roots;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Roots;

public sealed class RootSetTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);

    [Fact]
    public void Ranges_are_numbered_from_zero_and_keep_start_and_words()
    {
        Assert.Equal(0, _heap.Roots.Add(800, 3));
        Assert.Equal(1, _heap.Roots.Add(1600, 0));

        Assert.Equal(2, _heap.Roots.Count);
        Assert.Equal((800, 3), (_heap.Roots.Start(0), _heap.Roots.Words(0)));
        Assert.Equal((1600, 0), (_heap.Roots.Start(1), _heap.Roots.Words(1)));
    }

    [Fact]
    public void A_stack_changes_its_words_in_use()
    {
        var range = _heap.Roots.Add(800, 3);

        _heap.Roots.SetWords(range, 9);

        Assert.Equal(9, _heap.Roots.Words(range));
    }

    [Fact]
    public void One_range_too_many_is_refused()
    {
        for (var i = 0; i < RootTableState.MaximumRanges; i++)
        {
            _heap.Roots.Add(8 * i, 1);
        }

        Assert.Throws<InvalidOperationException>(() => _heap.Roots.Add(8, 1));
    }

    public void Dispose() => _heap.Dispose();
}
