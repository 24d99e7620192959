using ConcurrentGc.Heap;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>How much room there is, and for whom. Source: V8 11.3, heap/heap.cc.</content>
public partial struct Collector
{
    private const int AttemptsBeforeLastResort = 3;
    private const long TightBytes = 64 << 20;

    private static long OldBytes(SharedHeap heap) =>
        heap.Old.ObjectBytes + heap.Code.ObjectBytes + heap.Large.State.ObjectBytes;

    private static long OldCommitted(SharedHeap heap) =>
        heap.Old.CommittedBytes + heap.Code.CommittedBytes + heap.Large.State.CommittedBytes;

    /// <summary>Whether the old generation is larger than allowed: V8's "Reached heap limit", after either collection.</summary>
    private readonly bool HasReachedMaximum(SharedHeap heap) => OldCommitted(heap) > _settings.MaximumOldBytes;

    /// <summary>
    /// Whether the old generation could take all of the young one and some bytes more. New space counts with its capacity:
    /// its size is over-estimated to leave some slack for pages that are not filled.
    /// </summary>
    private readonly bool CanPromoteYoungAndExpand(SharedHeap heap, long bytes) =>
        OldCommitted(heap) + heap.New.CapacityBytes + heap.NewLarge.State.ObjectBytes + bytes <= _settings.MaximumOldBytes;

    /// <summary>
    /// Doubles new space when more survived since the last growth than it takes, counted in whole pages. Where the reserved
    /// range has too few pages it stays as it is.
    /// </summary>
    private void GrowNewSpace(SharedHeap heap)
    {
        var pages = heap.New.State.Pages;
        if (pages < _settings.MaximumSemispacePages && _survivedSinceGrowth > heap.New.TotalCapacityBytes)
        {
            _ = heap.New.TryGrow(Math.Min(pages * _settings.SemispaceGrowthFactor, _settings.MaximumSemispacePages));
            _survivedSinceGrowth = 0; // without pages: asked again after as much has survived
        }
    }
}
