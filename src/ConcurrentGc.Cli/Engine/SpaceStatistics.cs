using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Spaces;

namespace ConcurrentGc.Cli.Engine;

/// <summary>The heap at the end of a run, in the shape and order of <c>v8.getHeapSpaceStatistics()</c> of Node 20.</summary>
internal static class SpaceStatistics
{
    /// <summary>Reads a heap that nobody uses any more.</summary>
    /// <param name="heap">The heap.</param>
    public static IReadOnlyList<HeapSpaceStatistics> Of(SharedHeap heap) =>
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

    private static HeapSpaceStatistics Empty(string name) => new(name, 0, 0, 0, 0);

    private static HeapSpaceStatistics Paged(string name, PagedSpace space) =>
        new(name, space.CommittedBytes, space.ObjectBytes, space.CapacityBytes - space.ObjectBytes, space.CommittedBytes);

    private static HeapSpaceStatistics Large(string name, LargeObjectSpace space, long available)
    {
        ref var state = ref space.State;
        return new(name, state.CommittedBytes, state.ObjectBytes, Math.Max(0, available), state.CommittedBytes);
    }
}
