using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Collecting;

namespace ConcurrentGc.Orinoco.Worlds;

/// <summary>Inspectors that look one after the other.</summary>
/// <param name="inspectors">In this order.</param>
public sealed class SeveralInspectors(params IReadOnlyList<IHeapInspector> inspectors) : IHeapInspector
{
    /// <inheritdoc/>
    public void Before(SharedHeap heap, long epoch)
    {
        foreach (var inspector in inspectors)
        {
            inspector.Before(heap, epoch);
        }
    }

    /// <inheritdoc/>
    public void After(SharedHeap heap, long epoch)
    {
        foreach (var inspector in inspectors)
        {
            inspector.After(heap, epoch);
        }
    }
}
