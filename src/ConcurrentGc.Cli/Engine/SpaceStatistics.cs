using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Footprint;

namespace ConcurrentGc.Cli.Engine;

/// <summary>The heap at the end of a run, in the shape and order of <c>v8.getHeapSpaceStatistics()</c> of Node 20.</summary>
internal static class SpaceStatistics
{
    /// <summary>Reads a heap that nobody uses any more.</summary>
    /// <param name="heap">The heap.</param>
    public static IReadOnlyList<HeapSpaceStatistics> Of(SharedHeap heap) =>
    [
        .. HeapFootprint.Of(heap).Select(each =>
            new HeapSpaceStatistics(each.Name, each.Size, each.Used, each.Available, each.Physical)),
    ];
}
