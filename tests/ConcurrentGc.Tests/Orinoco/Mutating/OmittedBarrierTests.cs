using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Mutating;

/// <summary>
/// Controls: programs that break the mutator's duties. Were the checks blind, the tests that find nothing would say nothing.
/// </summary>
public sealed class OmittedBarrierTests
{
    [Fact]
    public void A_store_without_a_barrier_is_caught_before_the_next_collection()
    {
        var failure = Assert.Throws<CheckFailedException>(() => ScavengeAfterStore(verifies: true));

        Assert.Contains(nameof(HeapRule.RememberedSetComplete), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_without_a_barrier_leaves_a_pointer_to_where_the_object_was()
    {
        using var scene = ScavengeAfterStore(verifies: false);

        Assert.Contains(new HeapVerifier(scene.Heap).Verify(), each => each.Rule == HeapRule.FromSpacePointer);
    }

    [Theory]
    [InlineData("s", nameof(HeapRule.FromSpacePointer))]
    [InlineData("f", nameof(HeapRule.PointerTarget))] // a last resort gives from-space up
    public void A_root_range_that_was_hidden_from_a_collection_is_caught_at_the_next_one(string collection, string rule)
    {
        var failure = Assert.Throws<CheckFailedException>(() => Scene.After("root -> a; a young 3", _ => new Script()
            .Do(heap => heap.Roots.SetWords(0, 0)).Collect(collection)
            .Do(heap => heap.Roots.SetWords(0, 1)).Collect("s")).Dispose());

        Assert.Contains(rule, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_that_compaction_did_not_update_is_caught()
    {
        const string sparse = "root r -> a; root -> b; root -> c; a old 3; v old 31; w old 27; b old 3; x old 31; y old 27; c old 3; "
            + "root -> h; h old 15";
        var stale = 0L;

        var failure = Assert.Throws<CheckFailedException>(() => Scene.After(sparse, drawn => new Script()
            .Collect("f")
            .Do(heap => stale = heap.Owned(drawn.RootSlot("r"))).Collect("f")
            .Do(heap => heap.Owned(drawn.RootSlot("r")) = stale).Collect("s")).Dispose());

        Assert.Contains(nameof(HeapRule.PointerTarget), failure.Message, StringComparison.Ordinal);
    }

    private static Scene ScavengeAfterStore(bool verifies) => Scene.After(
        "root -> o; root r -> a; o old 1; a young 3",
        drawn => new Script().Do(heap =>
        {
            heap.Owned(drawn.Slot("o", 0)) = heap.Owned(drawn.RootSlot("r"));
            heap.Owned(drawn.RootSlot("r")) = 0;
        }).Collect("s"),
        change: settings => settings with { VerifyHeap = verifies });
}
