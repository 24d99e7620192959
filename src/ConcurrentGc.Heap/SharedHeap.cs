namespace ConcurrentGc.Heap;

/// <summary>The modeled heap.</summary>
public sealed class SharedHeap
{
}
