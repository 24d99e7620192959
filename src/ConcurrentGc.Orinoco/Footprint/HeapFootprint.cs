using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Spaces;

namespace ConcurrentGc.Orinoco.Footprint;

/// <summary>The sizes of a heap, space by space in the order of Node 20.</summary>
public static class HeapFootprint
{
    /// <summary>Reads the counters of a heap: by its mutator, or by anybody while the mutators stand.</summary>
    /// <param name="heap">The heap.</param>
    public static IReadOnlyList<SpaceFootprint> Of(SharedHeap heap) =>
    [
        Empty("read_only_space"), // shared between isolates: Node 20 reports zeros
        new("new_space", heap.New.CommittedBytes, heap.New.UsedBytes, heap.New.CapacityBytes - heap.New.UsedBytes, heap.New.CommittedBytes),
        Paged("old_space", heap.Old),
        Paged("code_space", heap.Code),
        Empty("shared_space"),
        Large("new_large_object_space", heap.NewLarge, heap.New.LargeCapacityBytes - heap.NewLarge.State.ObjectBytes),
        Large("large_object_space", heap.Large, 0),
        Empty("code_large_object_space"),
        Empty("shared_large_object_space"),
    ];

    private static SpaceFootprint Empty(string name) => new(name, 0, 0, 0, 0);

    private static SpaceFootprint Paged(string name, PagedSpace space) =>
        new(name, space.CommittedBytes, space.ObjectBytes, space.CapacityBytes - space.ObjectBytes, space.CommittedBytes);

    private static SpaceFootprint Large(string name, LargeObjectSpace space, long available)
    {
        ref var state = ref space.State;
        return new(name, state.CommittedBytes, state.ObjectBytes, Math.Max(0, available), state.CommittedBytes);
    }
}
