using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Worlds;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Worlds;

/// <summary>What <c>--verify-heap</c> and every world of these tests rely on.</summary>
public sealed class VerifyingInspectorTests : IDisposable
{
    private readonly DrawnHeap _drawn = DrawnHeap.Draw("root r -> a; root -> b; a old; a.0 = 7; a.1 = 0; b young");
    private readonly VerifyingInspector _inspector;

    public VerifyingInspectorTests() => _inspector = new VerifyingInspector(_drawn.Heap);

    public void Dispose() => _drawn.Dispose();

    [Fact]
    public void A_collection_that_keeps_everything_passes_and_is_counted()
    {
        _inspector.Before(_drawn.Heap, epoch: 1);
        _inspector.After(_drawn.Heap, epoch: 1);

        Assert.Equal(1, _inspector.Collections);
    }

    [Fact]
    public void A_heap_that_is_broken_before_a_collection_fails_with_rule_and_cycle()
    {
        _drawn.Heap.Owned(_drawn.Slot("a", 1)) = _drawn.Heap.Owned(_drawn.RootSlot("r")) + 8;

        var failure = Assert.Throws<CheckFailedException>(() => _inspector.Before(_drawn.Heap, epoch: 3));

        Assert.Contains("1 violations before cycle 3, the first: " + nameof(HeapRule.PointerTarget), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heap_that_a_collection_breaks_fails_and_is_not_counted()
    {
        _inspector.Before(_drawn.Heap, epoch: 1);
        _drawn.Heap.Old.State.AllocatedBytes += 8;

        var failure = Assert.Throws<CheckFailedException>(() => _inspector.After(_drawn.Heap, epoch: 1));

        Assert.Contains("after cycle 1, the first: " + nameof(HeapRule.SpaceBytes), failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, _inspector.Collections);
    }

    [Fact]
    public void A_field_that_a_collection_changes_fails_although_no_rule_is_broken()
    {
        _inspector.Before(_drawn.Heap, epoch: 1);
        _drawn.Heap.Owned(_drawn.Slot("a", 0)) = 8L << 32;

        var failure = Assert.Throws<CheckFailedException>(() => _inspector.After(_drawn.Heap, epoch: 1));

        Assert.Contains("2 objects", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_a_collection_loses_fails()
    {
        _inspector.Before(_drawn.Heap, epoch: 1);
        _drawn.Heap.Owned(_drawn.RootSlot("r")) = 0;

        Assert.Throws<CheckFailedException>(() => _inspector.After(_drawn.Heap, epoch: 1));
    }
}
