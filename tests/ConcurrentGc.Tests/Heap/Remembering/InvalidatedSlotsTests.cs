using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Remembering;

public sealed class InvalidatedSlotsTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);
    private readonly long _first;
    private readonly long _second;

    public InvalidatedSlotsTests()
    {
        _ = _heap.Old.TryAllocate(40, AllocationOrigin.Mutator, out _first);
        _ = _heap.Old.TryAllocate(40, AllocationOrigin.Mutator, out _second);
        _heap.Owned(_first) = ObjectHeader.Encode(LayoutKind.RawFields, 5, 0);
        _heap.Owned(_second) = ObjectHeader.Encode(LayoutKind.TaggedFields, 5, 0);
    }

    [Fact]
    public void Without_a_registered_object_every_slot_is_valid() => Assert.True(_heap.InvalidatedToNew.Allows(_first + 8));

    [Fact]
    public void Slots_of_a_registered_object_are_valid_where_its_header_makes_them_tagged_words()
    {
        _heap.InvalidatedToNew.Register(_first);
        _heap.InvalidatedToNew.Register(_second);

        Assert.False(_heap.InvalidatedToNew.Allows(_first + 8));
        Assert.False(_heap.InvalidatedToNew.Allows(_first + 32));
        Assert.True(_heap.InvalidatedToNew.Allows(_second + 8));
        Assert.True(_heap.InvalidatedToOld.Allows(_first + 8));
    }

    [Fact]
    public void Slots_behind_a_registered_object_are_those_of_another_one()
    {
        _heap.InvalidatedToNew.Register(_first);

        Assert.True(_heap.InvalidatedToNew.Allows(_second + 8));
    }

    [Fact]
    public void An_object_that_was_freed_is_forgotten()
    {
        _heap.InvalidatedToNew.Register(_first);
        _heap.InvalidatedToNew.Register(_second);
        _heap.InvalidatedToNew.RemoveRange(_first, _second);

        Assert.True(_heap.InvalidatedToNew.Allows(_first + 8));
        Assert.True(_heap.InvalidatedToNew.HasAny(_heap.PageOf(_first)));

        _heap.InvalidatedToNew.ClearPage(_heap.PageOf(_first));

        Assert.False(_heap.InvalidatedToNew.HasAny(_heap.PageOf(_first)));
    }

    public void Dispose() => _heap.Dispose();
}
