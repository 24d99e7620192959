using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Support;

/// <summary>Verifies the heap after each collection and that what was reachable before still is, and is the same.</summary>
internal sealed class HeapInspector(SharedHeap heap) : IHeapInspector
{
    private readonly HeapVerifier _verifier = new(heap);
    private ReachableGraph? _before;

    public int Collections { get; private set; }

    public void Before(SharedHeap heap, long epoch)
    {
        Check(epoch, "before");
        _before = new ReachabilityOracle(heap).Walk();
    }

    public void After(SharedHeap heap, long epoch)
    {
        Check(epoch, "after");
        Assert.Equal(_before, new ReachabilityOracle(heap).Walk());
        Collections++;
    }

    private void Check(long epoch, string when)
    {
        var violations = _verifier.Verify();
        Assert.True(violations.Count == 0, $"{when} cycle {epoch}: {string.Join("; ", violations.Take(5))}");
    }
}
