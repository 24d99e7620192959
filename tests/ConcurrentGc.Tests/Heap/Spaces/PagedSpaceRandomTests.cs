using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

/// <summary>The seed stands in the name of a failed case.</summary>
public sealed class PagedSpaceRandomTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Thousands_of_operations_on_tiny_pages_keep_every_account_and_object(int seed) =>
        Run(Geometry.Tiny, seed, batches: 200, operations: 50);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Thousands_of_operations_on_node_pages_keep_every_account_and_object(int seed) =>
        Run(Geometry.Node20, seed, batches: 20, operations: 1000);

    private static void Run(Geometry geometry, int seed, int batches, int operations)
    {
        using var heap = new SharedHeap(geometry);
        var model = new PagedSpaceModel(heap, new Random(seed));
        var verifier = new HeapVerifier(heap);

        for (var batch = 0; batch < batches; batch++)
        {
            for (var i = 0; i < operations; i++)
            {
                model.Step();
            }

            model.MergeAll();
            Assert.Empty(verifier.Verify());
            model.AssertObjectsAreIntact();
        }
    }
}
