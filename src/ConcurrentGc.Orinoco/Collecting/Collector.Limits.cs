using ConcurrentGc.Heap;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>How much room there is, and for whom. Source: V8 11.3, heap/heap.cc.</content>
public partial struct Collector
{
    private const int AttemptsBeforeLastResort = 3;
    private const long TightBytes = 64 << 20;

    /// <summary>Memory matters when the old generation cannot grow by this part of its maximum (ShouldOptimizeForMemoryUsage).</summary>
    private const int TightDivisor = 8;

    /// <summary>IsIneffectiveMarkCompact, CheckIneffectiveMarkCompact.</summary>
    private const double HighHeapShare = 0.8;
    private const double LowUtilization = 0.4;
    private const int MaximumIneffective = 4;

    /// <summary>Bytes a millisecond below which new space shrinks (ShouldResizeNewSpace).</summary>
    private const double LowThroughput = 1000;
    private const double ThroughputMilliseconds = 5000;

    /// <summary>ComputeMutatorUtilization, HasLowYoungGenerationAllocationRate.</summary>
    private const double ConservativeSpeed = 200_000;
    private const double HighUtilization = 0.993;

    /// <summary>Whether the old generation is larger than allowed: V8's "Reached heap limit", after either collection.</summary>
    private readonly bool HasReachedMaximum(SharedHeap heap) => heap.OldCommittedBytes > _settings.MaximumOldBytes;

    /// <summary>
    /// Whether the old generation could take all of the young one and some bytes more. New space counts with its capacity:
    /// its size is over-estimated to leave some slack for pages that are not filled.
    /// </summary>
    private readonly bool CanPromoteYoungAndExpand(SharedHeap heap, long bytes) =>
        heap.OldCommittedBytes + heap.New.CapacityBytes + heap.NewLarge.State.ObjectBytes + bytes <= _settings.MaximumOldBytes;

    /// <summary>Whether the old generation could grow by so many bytes.</summary>
    private readonly bool CanExpandOld(SharedHeap heap, long bytes) => heap.OldCommittedBytes + bytes <= _settings.MaximumOldBytes;

    /// <summary>Memory matters more than time: the old generation is near its maximum.</summary>
    private readonly bool OptimizesForMemory(SharedHeap heap) => !CanExpandOld(heap, _settings.MaximumOldBytes / TightDivisor);

    private readonly GrowingMode CurrentGrowingMode(SharedHeap heap) =>
        _reducesMemory ? GrowingMode.Minimal
        : OptimizesForMemory(heap) ? GrowingMode.Conservative
        : _reducer.State == ReducerState.Done ? GrowingMode.Slow
        : GrowingMode.Default;

    /// <summary>
    /// Whether too many full collections in a row left the old generation nearly full while the program had little of the
    /// time. Called before the collection at hand counts for the average.
    /// </summary>
    private bool IsIneffective(long old)
    {
        var isIneffective = old >= HighHeapShare * _settings.MaximumOldBytes && _utilization.Average < LowUtilization;
        _ineffective = isIneffective ? _ineffective + 1 : 0;
        return _ineffective == MaximumIneffective;
    }

    /// <summary>
    /// Decides about the size of new space at the beginning of a collection, and grows it at once: when more survived since
    /// the last growth than it takes, counted in whole pages. It shrinks at the end, when the program allocates little or
    /// memory matters. If both hold it stays. Where the reserved range has too few pages it does not grow.
    /// </summary>
    /// <param name="heap">The heap; the mutators stand.</param>
    private void ResizeNewSpace(SharedHeap heap)
    {
        _throughput.Add(_statistics.NewBefore - _youngAfter + _promotedBefore, _pauseBegin - _pauseEnd);
        var pages = heap.New.State.Pages;
        var shrinks = _settings.Shrinks != 0
            && (_reducesMemory || _throughput.Over(ThroughputMilliseconds) is > 0 and < LowThroughput);
        var grows = !_reducesMemory && pages < _settings.MaximumSemispacePages
            && _survivedSinceGrowth > heap.New.TotalCapacityBytes;
        _mustShrink = shrinks && !grows;
        if (grows)
        {
            _survivedSinceGrowth = 0; // without pages: asked again after as much has survived
        }

        if (grows && !shrinks)
        {
            _ = heap.New.TryGrow(Math.Min(pages * _settings.SemispaceGrowthFactor, _settings.MaximumSemispacePages));
        }
    }

    /// <summary>Whether the program allocates so slowly that the collector would take next to none of the time.</summary>
    /// <param name="mutator">Bytes a millisecond of the program; zero: unknown.</param>
    /// <param name="collector">Bytes a millisecond of the collector; zero: unknown.</param>
    private static bool IsLowRate(double mutator, double collector)
    {
        var speed = collector == 0 ? ConservativeSpeed : collector;
        return mutator != 0 && speed / (mutator + speed) > HighUtilization;
    }

    /// <summary>Whether the program allocates little in both generations, the time since the last collection included.</summary>
    /// <remarks>Source: V8 11.3, heap/heap.cc (HasLowAllocationRate).</remarks>
    private readonly bool AllocatesLittle(SharedHeap heap, long now)
    {
        var throughput = _throughput;
        throughput.Add(heap.New.UsedBytes + heap.NewLarge.State.ObjectBytes - _youngAfter, now - _pauseEnd);
        return IsLowRate(throughput.Over(), _scavengeSpeed.Over())
            && IsLowRate(_speeds.PromotionSpeed(now), _speeds.CollectorSpeed);
    }

    private void SetLimitAfterScavenge(SharedHeap heap, long old, long now)
    {
        _scavengeSpeed.Add(_statistics.Survived, now - _pauseBegin);
        _scavengedSpeed.Add(_statistics.NewBefore, now - _pauseBegin);
        _limit.AfterScavenge(old);
        if (IsLowRate(_throughput.Over(), _scavengeSpeed.Over()))
        {
            var (collector, mutator) = (_speeds.CollectorSpeed, _speeds.MutatorSpeed);
            _limit.LowerWhileIdle(old, heap.New.CapacityBytes, collector, mutator, CurrentGrowingMode(heap));
        }
    }

    /// <summary>What every collection does at its end with the sizes of the young generation.</summary>
    private void EndYoung(SharedHeap heap)
    {
        if (_mustShrink)
        {
            heap.New.Shrink();
        }

        _youngAfter = heap.New.UsedBytes + heap.NewLarge.State.ObjectBytes;
        _promotedBefore = _statistics.PromotedBytes;
    }
}
