namespace ConcurrentGc.Heap.Spaces;

/// <summary>Sums over the spaces of the old generation that have pages with free lists: old, code, and those by content.</summary>
public static class OldSpaceSums
{
    /// <summary>Bytes of objects.</summary>
    /// <param name="heap">The heap.</param>
    public static long ObjectBytes(SharedHeap heap) => heap.OldSpaces.Sum(space => space.ObjectBytes);

    /// <summary>Bytes that the pages take.</summary>
    /// <param name="heap">The heap.</param>
    public static long CommittedBytes(SharedHeap heap) => heap.OldSpaces.Sum(space => space.CommittedBytes);

    /// <summary>Free and wasted bytes of pages that are swept and linked.</summary>
    /// <param name="heap">The heap.</param>
    public static long HoleBytes(SharedHeap heap) => heap.OldSpaces.Sum(space => space.HoleBytes());

    /// <summary>Gives the rests of the open areas back to the free lists.</summary>
    /// <param name="heap">The heap; the mutators stand.</param>
    public static void RetireAreas(SharedHeap heap)
    {
        foreach (var space in heap.OldSpaces)
        {
            space.RetireArea();
        }
    }
}
