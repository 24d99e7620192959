using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Orinoco.Collecting;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>Counts what stands in the heap when a pause begins and in no record.</summary>
/// <param name="coverage">Takes the counts.</param>
internal sealed class CoverageInspector(Coverage coverage) : IHeapInspector
{
    private readonly List<long> _candidates = [];

    /// <inheritdoc/>
    public void Before(SharedHeap heap, long epoch)
    {
        for (var index = 0L; index < heap.Control.PagesEverUsed; index++)
        {
            var page = heap.Layout.PagesStart + (index << heap.Geometry.PageShift);
            if ((heap.Flags(page) & PageFlags.EvacuationCandidate) != PageFlags.None)
            {
                _candidates.Add(page);
            }

            coverage.Add(Reached.RememberedSlots, Count(heap.OldToNew, page, heap.Geometry.PageBytes));
            coverage.Add(Reached.InvalidatedPages, heap.InvalidatedToNew.HasAny(page) || heap.InvalidatedToOld.HasAny(page) ? 1 : 0);
            coverage.Add(Reached.RecordedSlots, Count(heap.OldToOld, page, heap.Geometry.PageBytes));
        }

        CountHalfScanned(heap, heap.Large.State.Objects.First);
        CountHalfScanned(heap, heap.NewLarge.State.Objects.First);
    }

    /// <inheritdoc/>
    public void After(SharedHeap heap, long epoch)
    {
        coverage.Add(Reached.AbortedEvacuations, _candidates.Count(page => heap.Page(page).SweepState == (long)SweepState.Pending));
        _candidates.Clear();
    }

    private static long Count(SlotSet slots, long page, long bytes)
    {
        var count = 0L;
        for (var slot = slots.Next(page, page + bytes); slot < page + bytes; slot = slots.Next(slot + 8, page + bytes))
        {
            count++;
        }

        return count;
    }

    private void CountHalfScanned(SharedHeap heap, long first)
    {
        for (var page = first; page != 0; page = heap.Page(page).Next)
        {
            coverage.Add(Reached.HalfScannedArrays, heap.Page(page).ScannedBytes != 0 ? 1 : 0);
        }
    }
}
