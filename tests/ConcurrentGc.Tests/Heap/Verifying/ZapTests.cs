using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Verifying;

public sealed class ZapTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void After_a_collection_from_space_holds_nothing_but_the_zap_value(int forcedFullEvery)
    {
        // Not the last resort, which gives from-space back.
        using var scene = Scene.After(
            "root -> a; a -> b; c young 7; b young 3",
            _ => "s",
            change: settings => settings with { ForcedFullEvery = forcedFullEvery });

        Assert.All(WordsOfFromSpace(scene.Heap), word => Assert.Contains(word, (long[])[0, Zap.Value]));
        Assert.Contains(Zap.Value, WordsOfFromSpace(scene.Heap));
    }

    [Fact]
    public void The_gaps_of_a_swept_page_keep_their_headers_only()
    {
        using var heap = new SharedHeap(Geometry.Tiny);
        var (dead, live, end) = (Old(heap, 64), Old(heap, 16), Old(heap, 16));
        heap.Old.RetireArea();
        heap.Old.Free(dead, 64);
        heap.Old.Free(end, 16);

        Zap.Gaps(heap, heap.PageOf(live));

        Assert.All(Words(heap, dead + ObjectHeader.MinimumFreeBlockBytes, live), word => Assert.Equal(Zap.Value, word));
        Assert.Equal(Tagged.Zero, heap.Owned(live + ObjectHeader.Bytes));
        Assert.Equal(Zap.Value, heap.Owned(end + ObjectHeader.Bytes));
        new HeapVerifier(heap).Check();
    }

    [Fact]
    public void A_root_that_no_collection_updated_is_found_by_the_oracle()
    {
        using var drawn = DrawnHeap.Draw("root -> a; a -> b", Geometry.Tiny);
        var stale = drawn["b"];
        drawn.Heap.New.Flip();
        Zap.FromSpace(drawn.Heap);

        Assert.Equal(Zap.Value, drawn.Heap.Owned(stale));
        Assert.Throws<CheckFailedException>(() => new ReachabilityOracle(drawn.Heap).Walk());
    }

    private static long Old(SharedHeap heap, long bytes)
    {
        Assert.True(heap.Old.TryAllocate(bytes, AllocationOrigin.Mutator, out var address));
        heap.Owned(address) = ObjectHeader.Encode(LayoutKind.TaggedFields, (int)(bytes / 8), 0);
        for (var slot = address + 8; slot < address + bytes; slot += 8)
        {
            heap.Owned(slot) = Tagged.Zero;
        }

        return address;
    }

    private static IEnumerable<long> WordsOfFromSpace(SharedHeap heap)
    {
        for (var page = heap.New.State.From.First; page != 0; page = heap.Page(page).Next)
        {
            foreach (var word in Words(heap, page + heap.Geometry.AreaStartBytes, page + heap.Geometry.PageBytes))
            {
                yield return word;
            }
        }
    }

    private static IEnumerable<long> Words(SharedHeap heap, long start, long end)
    {
        for (var at = start; at < end; at += 8)
        {
            yield return heap.Owned(at);
        }
    }
}
