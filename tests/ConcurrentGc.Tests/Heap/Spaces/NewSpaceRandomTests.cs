using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

/// <summary>The seed stands in the name of a failed case.</summary>
public sealed class NewSpaceRandomTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Random_allocation_flips_and_growth_keep_every_account(int seed, bool isTiny)
    {
        using var heap = new SharedHeap(isTiny ? Geometry.Tiny : Geometry.Node20);
        var random = new Random(seed);
        var verifier = new HeapVerifier(heap);
        heap.New.SetUp(heap.Geometry.MinimumSemispacePages);

        for (var cycle = 0; cycle < 100; cycle++)
        {
            FillUp(heap, random, verifier);
            if (random.Next(10) == 0 && heap.New.State.Pages < heap.Geometry.MaximumSemispacePages)
            {
                heap.New.TryGrow(heap.New.State.Pages * 2);
            }

            heap.New.Flip();
            heap.New.State.InCollection = 1;
            for (var survivors = random.Next(4); survivors > 0; survivors--)
            {
                Assert.True(TryAllocate(heap, random));
            }

            heap.New.SetAgeMark();
            heap.New.State.InCollection = 0;
            Assert.Empty(verifier.Verify());
        }
    }

    private static void FillUp(SharedHeap heap, Random random, HeapVerifier verifier)
    {
        var used = heap.New.UsedBytes;
        while (TryAllocate(heap, random))
        {
            Assert.InRange(heap.New.UsedBytes, 0, heap.New.CapacityBytes);
        }

        Assert.InRange(used, 0, heap.New.CapacityBytes);
        Assert.Empty(verifier.Verify());
    }

    private static bool TryAllocate(SharedHeap heap, Random random)
    {
        var bytes = 16 + (8 * random.Next((heap.Geometry.MaximumRegularObjectBytes - 8) / 8));
        if (!heap.New.TryAllocate(bytes, out var address))
        {
            return false;
        }

        heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, bytes / 8, 0);
        return true;
    }
}
