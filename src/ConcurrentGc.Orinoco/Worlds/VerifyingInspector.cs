using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Collecting;

namespace ConcurrentGc.Orinoco.Worlds;

/// <summary>
/// Verifies the heap around every collection, and that what was reachable before still is, and is the same graph.
/// </summary>
/// <param name="heap">The heap.</param>
public sealed class VerifyingInspector(SharedHeap heap) : IHeapInspector
{
    private const int ShownViolations = 5;

    private readonly HeapVerifier _verifier = new(heap);
    private readonly ReachabilityOracle _oracle = new(heap);
    private ReachableGraph _before;

    /// <summary>Collections that passed.</summary>
    public int Collections { get; private set; }

    /// <inheritdoc/>
    public void Before(SharedHeap heap, long epoch)
    {
        Verify(epoch, "before");
        _before = _oracle.Walk();
    }

    /// <inheritdoc/>
    public void After(SharedHeap heap, long epoch)
    {
        Verify(epoch, "after");
        var after = _oracle.Walk();
        if (after != _before)
        {
            throw new CheckFailedException(
                $"Cycle {epoch}: {_before.Objects} objects ({_before.Bytes} bytes) were reachable before, "
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
