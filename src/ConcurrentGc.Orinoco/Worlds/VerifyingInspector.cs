using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Collecting;

namespace ConcurrentGc.Orinoco.Worlds;

/// <summary>
/// Verifies the heap around every collection, and that what was reachable before still is, and is the same graph.
/// </summary>
/// <remarks>What it remembers between two pauses is in the heap's words, so that it belongs to a snapshot.</remarks>
/// <param name="heap">The heap.</param>
public sealed class VerifyingInspector(SharedHeap heap) : IHeapInspector
{
    private const int ShownViolations = 5;

    private readonly HeapVerifier _verifier = new(heap);
    private readonly ReachabilityOracle _oracle = new(heap);
    private readonly long _before = heap.Side.Take(Unsafe.SizeOf<ReachableGraph>() / sizeof(long));

    /// <summary>Collections that passed.</summary>
    public int Collections { get; private set; }

    private ref ReachableGraph Graph => ref Unsafe.As<long, ReachableGraph>(ref heap.Owned(_before));

    /// <inheritdoc/>
    public void Before(SharedHeap heap, long epoch)
    {
        Verify(epoch, "before");
        Graph = _oracle.Walk();
    }

    /// <inheritdoc/>
    public void After(SharedHeap heap, long epoch)
    {
        Verify(epoch, "after");
        var after = _oracle.Walk();
        if (after != Graph)
        {
            throw new CheckFailedException(
                $"Cycle {epoch}: {Graph.Objects} objects ({Graph.Bytes} bytes) were reachable before, "
                + $"{after.Objects} ({after.Bytes} bytes) are after, or they differ.")
            {
                Rule = nameof(ReachableGraph),
            };
        }

        Collections++;
    }

    private void Verify(long epoch, string when)
    {
        var violations = _verifier.Verify();
        if (violations.Count > 0)
        {
            throw new CheckFailedException(
                $"{violations.Count} violations {when} cycle {epoch}, the first: {string.Join("; ", violations.Take(ShownViolations))}")
            {
                Rule = violations[0].Rule.ToString(),
            };
        }
    }
}
