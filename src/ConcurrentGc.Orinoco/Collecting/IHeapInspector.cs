using ConcurrentGc.Heap;

namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>Looks at the heap in the pause, before and after a collection. It never changes anything.</summary>
public interface IHeapInspector
{
    /// <summary>The mutators stand; nothing was collected yet.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="epoch">The cycle.</param>
    void Before(SharedHeap heap, long epoch);

    /// <summary>The collection is done; the mutators still stand.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="epoch">The cycle.</param>
    void After(SharedHeap heap, long epoch);
}
