using ConcurrentGc.Heap.Spaces;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

public sealed class AllocationAreaTests
{
    [Fact]
    public void Objects_follow_one_another_up_to_the_limit()
    {
        var area = new AllocationArea { Start = 64, Top = 64, Limit = 104 };

        Assert.True(area.TryAllocate(24, out var first));
        Assert.True(area.TryAllocate(16, out var second));

        Assert.Equal((64, 88, 0), (first, second, area.Rest));
    }

    [Fact]
    public void An_object_that_does_not_fit_changes_nothing()
    {
        var area = new AllocationArea { Start = 64, Top = 80, Limit = 96 };

        Assert.False(area.TryAllocate(24, out _));

        Assert.Equal((64, 80, 96), (area.Start, area.Top, area.Limit));
    }

    [Fact]
    public void No_area_takes_no_object()
    {
        var area = default(AllocationArea);

        Assert.False(area.TryAllocate(16, out _));
        Assert.Equal(0, area.Rest);
    }

    [Fact]
    public void A_copied_area_allocates_on_its_own()
    {
        var area = new AllocationArea { Start = 64, Top = 64, Limit = 96 };
        var copy = area;

        Assert.True(copy.TryAllocate(24, out _));

        Assert.Equal((8, 32), (copy.Rest, area.Rest));
    }
}
