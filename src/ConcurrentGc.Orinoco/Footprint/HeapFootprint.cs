using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Spaces;

namespace ConcurrentGc.Orinoco.Footprint;

/// <summary>The sizes of a heap, space by space: in the order of Node 20, or in that of V8 3.28 where spaces go by content.</summary>
public static class HeapFootprint
{
    /// <summary>Reads the counters of a heap: by its mutator, or by anybody while the mutators stand.</summary>
    /// <param name="heap">The heap.</param>
    public static IReadOnlyList<SpaceFootprint> Of(SharedHeap heap) =>
        heap.Geometry.HasSpacesByContent ? ByContent(heap) : ByAge(heap);

    private static SpaceFootprint[] ByAge(SharedHeap heap) =>
    [
        Empty("read_only_space"), // shared between isolates: Node 20 reports zeros
        New(heap),
        Paged("old_space", heap.Old),
        Paged("code_space", heap.Code),
        Empty("shared_space"),
        Large("new_large_object_space", heap.NewLarge, heap.New.LargeCapacityBytes - heap.NewLarge.State.ObjectBytes),
        Large("large_object_space", heap.Large, 0),
        Empty("code_large_object_space"),
        Empty("shared_large_object_space"),
    ];

    private static SpaceFootprint[] ByContent(SharedHeap heap) =>
    [
        New(heap),
        Paged("old_pointer_space", heap.Old),
        Paged("old_data_space", heap.OldData),
        Paged("code_space", heap.Code),
        Paged("map_space", heap.Map),
        Paged("cell_space", heap.Cell),
        Paged("property_cell_space", heap.PropertyCell),
        BothLarge(heap), // V8 of that time had no young large objects
    ];

    private static SpaceFootprint New(SharedHeap heap) => new(
        "new_space", heap.New.CommittedBytes, heap.New.UsedBytes, heap.New.CapacityBytes - heap.New.UsedBytes, heap.New.CommittedBytes);

    private static SpaceFootprint BothLarge(SharedHeap heap)
    {
        ref var old = ref heap.Large.State;
        ref var young = ref heap.NewLarge.State;
        var committed = old.CommittedBytes + young.CommittedBytes;
        return new("large_object_space", committed, old.ObjectBytes + young.ObjectBytes, 0, committed);
    }

    private static SpaceFootprint Empty(string name) => new(name, 0, 0, 0, 0);

    private static SpaceFootprint Paged(string name, PagedSpace space) =>
        new(name, space.CommittedBytes, space.ObjectBytes, space.CapacityBytes - space.ObjectBytes, space.CommittedBytes);

    private static SpaceFootprint Large(string name, LargeObjectSpace space, long available)
    {
        ref var state = ref space.State;
        return new(name, state.CommittedBytes, state.ObjectBytes, Math.Max(0, available), state.CommittedBytes);
    }
}
