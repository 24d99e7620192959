using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>Programs that allocate in old space: what they may do, and what they have done. See Note [Black allocation].</content>
public partial struct Collector
{
    /// <summary>Writes the limits down: when the world begins, and whenever the mutators stand.</summary>
    /// <param name="heap">The heap.</param>
    public readonly void AllowOldAllocation(SharedHeap heap)
    {
        ref var allowed = ref heap.Control.OldAllocation;
        var marks = _settings.Marking >= (int)MarkingTechnique.Incremental;
        allowed.MarkingLimitBytes = marks && !IsMarking ? Math.Max(_limit.Bytes, _settings.MinimumBytesForMarking) : long.MaxValue;
        allowed.ExpansionLimitBytes = marks ? long.MaxValue : Math.Max(_limit.Bytes, _settings.MinimumBytesForMarking);
        allowed.MaximumBytes = _settings.MaximumOldBytes;
    }

    /// <summary>A mutator may not refill its area in old space before marking starts.</summary>
    private void AskForMarking<TTurn>(int mutator, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _standing |= 1UL << mutator;
        if (_phase == CollectorPhase.Idle && !IsMarking)
        {
            _task = CollectorTask.StartMarking;
            BeginStop(ref turn);
        }
        else if (_phase == CollectorPhase.Idle)
        {
            ResumeMutators(ref turn); // another mutator has asked before
        }
    }

    /// <summary>What programs allocated in old space since the last look counts like what was promoted.</summary>
    private void CountOldAllocation(SharedHeap heap)
    {
        var bytes = heap.Control.OldAllocation.AllocatedBytes - _oldAllocated;
        _oldAllocated += bytes;
        _speeds.AddPromotion(bytes);
        if (IsMarking)
        {
            _schedule.AddPromotion(bytes);
        }
    }
}
