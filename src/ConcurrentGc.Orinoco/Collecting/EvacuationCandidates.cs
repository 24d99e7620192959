using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;

namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>Chooses the old pages that a full collection empties, by how much was live at the last sweep.</summary>
/// <remarks>Source: V8 11.3, heap/mark-compact.cc (CollectEvacuationCandidates, ComputeEvacuationHeuristics).</remarks>
public struct EvacuationCandidates
{
    private const long SpeedBudgetBytes = 4 << 20;
    private const long OptimizeBudgetBytes = 6 << 20;
    private const long ReduceBudgetBytes = 12 << 20;
    private const double DefaultFreePercent = 70;
    private const double LeastFreePercent = 20;
    private const double TargetMilliseconds = 0.5;
    private const double NanosecondsPerMillisecond = 1_000_000;

    private double _speed;

    /// <summary>Notes how fast the last evacuation was.</summary>
    /// <param name="bytes">Bytes moved.</param>
    /// <param name="nanoseconds">Time taken.</param>
    public void AddCompaction(long bytes, long nanoseconds)
    {
        if (bytes > 0 && nanoseconds > 0)
        {
            _speed = bytes * NanosecondsPerMillisecond / nanoseconds;
        }
    }

    /// <summary>
    /// Marks the chosen pages of old space, and of old-data space, as candidates and takes their free blocks out of the lists.
    /// Departure from V8: code pages are never chosen, since compactors have old pages only to move objects to.
    /// </summary>
    /// <param name="heap">The heap; the mutators stand and the allocation areas are retired.</param>
    /// <param name="goal">What is weighed.</param>
    /// <returns>Whether any was chosen.</returns>
    public readonly bool Choose(SharedHeap heap, CompactionGoal goal = CompactionGoal.Speed) =>
        Choose(heap, heap.Old, goal) | (heap.Geometry.HasSpacesByContent && Choose(heap, heap.OldData, goal));

    private readonly bool Choose(SharedHeap heap, PagedSpace space, CompactionGoal goal)
    {
        var area = heap.Geometry.AreaBytes;
        var least = (goal == CompactionGoal.Speed ? FreePercent(area) : LeastFreePercent) * area / 100;
        var budget = goal switch
        {
            CompactionGoal.ReduceMemory => ReduceBudgetBytes,
            CompactionGoal.OptimizeMemory => OptimizeBudgetBytes,
            _ => SpeedBudgetBytes,
        };
        var pages = new List<long>();
        for (var page = space.State.Pages.First; page != 0; page = heap.Page(page).Next)
        {
            if (area - heap.Page(page).AllocatedBytes >= least)
            {
                pages.Add(page);
            }
        }

        var byLive = pages.OrderBy(page => heap.Page(page).AllocatedBytes).ThenBy(page => page).ToList();
        var (chosen, live) = (0, 0L);
        while (chosen < byLive.Count && live + heap.Page(byLive[chosen]).AllocatedBytes <= budget)
        {
            live += heap.Page(byLive[chosen++]).AllocatedBytes;
        }

        var neededForLive = (live + area - 1) / area;
        if (chosen - neededForLive <= 0)
        {
            return false;
        }

        foreach (var page in byLive.Take(chosen))
        {
            heap.Page(page).Flags |= (long)PageFlags.EvacuationCandidate;
            heap.FreeList.Unlink(space.State.Categories, page);
        }

        return true;
    }

    private readonly double FreePercent(long area) =>
        _speed == 0
            ? DefaultFreePercent
            : Math.Max(100 - (100 * TargetMilliseconds / (1 + (area / _speed))), LeastFreePercent);
}
