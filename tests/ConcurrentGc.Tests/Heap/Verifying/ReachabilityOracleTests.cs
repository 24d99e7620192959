using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Verifying;

public sealed class ReachabilityOracleTests
{
    [Fact]
    public void Only_what_a_root_leads_to_is_reached_and_each_object_once()
    {
        using var drawn = DrawnHeap.Draw("root -> a; a -> b; a -> b; b -> a; c -> a; c old");
        var oracle = new ReachabilityOracle(drawn.Heap);

        var graph = oracle.Walk();

        Assert.Equal((2, 40), (graph.Objects, graph.Bytes));
        Assert.Equal([drawn["a"], drawn["b"]], oracle.Reached);
    }

    [Theory]
    [InlineData("a young; b young")]
    [InlineData("a old; b young")]
    [InlineData("b code; a intermediate")]
    [InlineData("a read-only; b read-only; garbage young 20; garbage -> a")]
    public void The_fingerprint_does_not_depend_on_where_objects_are(string places)
    {
        const string Graph = "root -> a; root -> b; a -> b; b -> a; b -> b; b = -7; ";
        using var one = DrawnHeap.Draw(Graph);
        using var other = DrawnHeap.Draw(Graph + places, Geometry.Node20);

        Assert.Equal(Walk(one), Walk(other));
    }

    [Theory]
    [InlineData("root -> a; a -> b; a -> c", "root -> a; a -> b; a -> b; c old")]
    [InlineData("root -> a; a.0 -> b; a.1 = 0", "root -> a; a.1 -> b")]
    [InlineData("root -> a; a = 1", "root -> a; a = 2")]
    [InlineData("root -> a; a young 1", "root -> a; a young 2")]
    [InlineData("root -> a; root -> b", "root -> a; root -> a; b old")]
    [InlineData("root -> a; a -> b; b -> a", "root -> a; a -> b; b -> b")]
    public void A_different_graph_has_a_different_fingerprint(string one, string other)
    {
        using var first = DrawnHeap.Draw(one);
        using var second = DrawnHeap.Draw(other);

        Assert.NotEqual(Walk(first).Fingerprint, Walk(second).Fingerprint);
    }

    [Theory]
    [InlineData(LayoutKind.RawFields, 3, 0, 23)]
    [InlineData(LayoutKind.RawWordArray, 0, 1, 23)]
    [InlineData(LayoutKind.RawByteArray, 0, 3, 18)]
    [InlineData(LayoutKind.RawTwoByteArray, 0, 2, 19)]
    public void Raw_payload_counts_when_asked_for_and_padding_never(LayoutKind layout, int sizeWords, int length, int lastByte)
    {
        using var drawn = DrawnHeap.Draw("root -> a; a young 2");
        drawn.Heap.Owned(drawn["a"]) = ObjectHeader.Encode(layout, sizeWords, 0);
        drawn.Heap.Owned(drawn["a"] + 8) = Tagged.SmallInteger(length);
        var (with, without) = (Walk(drawn), Walk(drawn, withPayload: false));

        Poke(drawn, lastByte);

        Assert.NotEqual(with, Walk(drawn));
        Assert.Equal(without, Walk(drawn, withPayload: false));
        var changed = Walk(drawn);
        if (lastByte < 23)
        {
            Poke(drawn, lastByte + 1);
            Poke(drawn, 23);
        }

        Assert.Equal(changed, Walk(drawn));
    }

    [Fact]
    public void A_list_of_ten_million_objects_is_walked_without_recursion()
    {
        const int Length = 10_000_000;
        using var heap = new SharedHeap(Geometry.Node20);
        var root = heap.Side.Take(1);
        heap.Roots.Add(root, 1);
        for (var i = 0; i < Length; i++)
        {
            Assert.True(heap.Old.TryAllocate(16, ConcurrentGc.Heap.Spaces.AllocationOrigin.Mutator, out var address));
            heap.Owned(address) = ObjectHeader.Encode(LayoutKind.TaggedFields, 2, 0);
            heap.Owned(address + 8) = heap.Owned(root);
            heap.Owned(root) = Tagged.FromAddress(address);
        }

        var graph = new ReachabilityOracle(heap).Walk();

        Assert.Equal((Length, Length * 16L), (graph.Objects, graph.Bytes));
        Assert.Empty(new HeapVerifier(heap).Verify());
    }

    [Fact]
    public void A_dangling_pointer_is_named_with_its_slot()
    {
        using var drawn = DrawnHeap.Draw("root -> a; a -> a");
        drawn.Heap.Owned(drawn.Slot("a", 0)) = Tagged.FromAddress(64);

        var failure = Assert.Throws<CheckFailedException>(() => Walk(drawn));

        Assert.Contains($"0x40 at 0x{drawn.Slot("a", 0):x}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reached_gap_or_forwarded_object_is_a_failure()
    {
        using var drawn = DrawnHeap.Draw("root -> a; a young 3");

        drawn.Heap.FreeList.Fill(drawn["a"], 32);
        Assert.Throws<CheckFailedException>(() => Walk(drawn));

        drawn.Heap.Owned(drawn["a"]) = Tagged.FromAddress(drawn["a"]);
        Assert.Throws<CheckFailedException>(() => Walk(drawn));
    }

    private static ReachableGraph Walk(DrawnHeap drawn, bool withPayload = true) =>
        new ReachabilityOracle(drawn.Heap).Walk(withPayload);

    private static void Poke(DrawnHeap drawn, int offset) =>
        drawn.Heap.Owned(drawn["a"] + (offset & ~7)) ^= 0x5AL << (8 * (offset & 7));
}
