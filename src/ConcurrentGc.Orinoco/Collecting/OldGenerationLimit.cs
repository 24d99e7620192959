using System.Runtime.CompilerServices;

namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>The old generation's allocation limit: where V8 starts marking.</summary>
/// <remarks>
/// Source: V8 11.3, heap/heap.cc (ComputeNewAllocationLimits, ConfigureInitialOldGenerationSize,
/// AllocationLimitOvershotByLargeMargin) and heap/heap-controller.cc; for the square-root rule V8 12, heap/memory-balancer.cc, after "Optimal heap limits for reducing
/// browser memory use" (Kirisame, Shenoy and Panchekha, 2022). Divisions, products and square roots of doubles are exact by
/// IEEE 754, so every platform agrees.
/// </remarks>
public struct OldGenerationLimit
{
    private const int RememberedRatios = 10;
    private const double TargetUtilization = 0.97;
    private const double MinimumFactor = 1.1;
    private const double LargeHeapFactor = 4.0;
    private const double SmallestHeapFactor = 1.3;
    private const double MediumHeapFactor = 2.0;
    private const double ConservativeFactor = 1.3;
    private const int ConservativeStepDivisor = 4;
    private const double SquareRootConstant = 3e-10;
    private const long SquareRootLeast = 2 * Megabyte;
    private const long Megabyte = 1 << 20;
    private const long LargeMargin = 32 * Megabyte;

    private readonly long _maximum;
    private readonly long _growingStep;
    private readonly LimitRule _rule;
    private bool _isConfigured;
    private int _count;
    private int _next;
    private Ratios _ratios;

    /// <summary>The limit at the start of a run.</summary>
    /// <param name="initial">Bytes.</param>
    /// <param name="maximum">Most bytes of the old generation.</param>
    /// <param name="growingStep">Least bytes that the limit lies above the live ones.</param>
    /// <param name="rule">What a full collection sets it by.</param>
    public OldGenerationLimit(long initial, long maximum, long growingStep, LimitRule rule = default) =>
        (Bytes, _maximum, _growingStep, _rule) = (initial, maximum, growingStep, rule);

    /// <summary>The limit, bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Average of the last ten survival ratios, percent; 100 before the first.</summary>
    public readonly double AverageSurvival
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < _count; i++)
            {
                sum += _ratios[i];
            }

            return _count == 0 ? 100 : sum / _count;
        }
    }

    /// <summary>
    /// Whether the old generation is so far above the limit that complete marking is ended at once: by half the limit, at
    /// least 32 MB, or by half of what is left to the maximum.
    /// </summary>
    /// <param name="old">Bytes of old objects.</param>
    public readonly bool IsOvershotByFar(long old) =>
        old > Bytes && old - Bytes >= Math.Min(Math.Max(Bytes / 2, LargeMargin), (_maximum - Bytes) / 2);

    /// <summary>Notes how much of the young generation survived a collection.</summary>
    /// <param name="survived">Bytes promoted and copied.</param>
    /// <param name="before">Bytes of the young generation before, large objects included.</param>
    public void AddSurvival(long survived, long before)
    {
        if (before == 0)
        {
            return;
        }

        _ratios[_next] = survived * 100.0 / before;
        _next = (_next + 1) % RememberedRatios;
        _count = Math.Min(_count + 1, RememberedRatios);
    }

    /// <summary>Before the first full collection the limit only falls, with the survival ratio, and then stays.</summary>
    /// <param name="old">Bytes of old objects after a scavenge.</param>
    public void AfterScavenge(long old)
    {
        if (_isConfigured || _count == 0)
        {
            return;
        }

        var limit = Math.Max(old + _growingStep, (long)(Bytes * (AverageSurvival / 100)));
        if (limit < Bytes)
        {
            Bytes = limit;
        }
        else
        {
            _isConfigured = true;
        }
    }

    /// <summary>A full collection sets the limit by what is live and how fast the collector is.</summary>
    /// <param name="old">Bytes of old objects after it.</param>
    /// <param name="newCapacity">Capacity of a semispace, bytes.</param>
    /// <param name="collectorSpeed">Bytes a millisecond; zero: unknown.</param>
    /// <param name="mutatorSpeed">Old bytes allocated a millisecond; zero: unknown.</param>
    /// <param name="mode">How much the old generation may grow.</param>
    public void AfterMarkCompact(
        long old, long newCapacity, double collectorSpeed, double mutatorSpeed, GrowingMode mode = GrowingMode.Default)
    {
        Bytes = Computed(old, newCapacity, collectorSpeed, mutatorSpeed, mode);
        _isConfigured = true;
    }

    /// <summary>A scavenge while the program allocates slowly can only lower the limit, once it is configured.</summary>
    /// <param name="old">Bytes of old objects after it.</param>
    /// <param name="newCapacity">Capacity of a semispace, bytes.</param>
    /// <param name="collectorSpeed">Bytes a millisecond; zero: unknown.</param>
    /// <param name="mutatorSpeed">Old bytes allocated a millisecond; zero: unknown.</param>
    /// <param name="mode">How much the old generation may grow.</param>
    public void LowerWhileIdle(long old, long newCapacity, double collectorSpeed, double mutatorSpeed, GrowingMode mode)
    {
        if (_isConfigured)
        {
            Bytes = Math.Min(Bytes, Computed(old, newCapacity, collectorSpeed, mutatorSpeed, mode));
        }
    }

    private readonly long Computed(long old, long newCapacity, double collectorSpeed, double mutatorSpeed, GrowingMode mode)
    {
        if (_rule.IsSquareRoot != 0 && collectorSpeed > 0 && mutatorSpeed > 0)
        {
            var extra = (long)Math.Sqrt(old * mutatorSpeed / collectorSpeed / SquareRootConstant);
            return Math.Min(old + Math.Max(extra, SquareRootLeast), _maximum);
        }

        var factor = mode switch
        {
            _ when _rule.GrowingPercent > 0 => 1 + (_rule.GrowingPercent / 100.0),
            GrowingMode.Minimal => MinimumFactor,
            GrowingMode.Default => GrowingFactor(collectorSpeed, mutatorSpeed),
            _ => Math.Min(GrowingFactor(collectorSpeed, mutatorSpeed), ConservativeFactor),
        };
        var step = mode == GrowingMode.Conservative ? _growingStep / ConservativeStepDivisor : _growingStep;
        var grown = Math.Max((long)(old * factor), old + step) + newCapacity;
        return Math.Min(grown, (old / 2) + (_maximum / 2));
    }

    private readonly double GrowingFactor(double collectorSpeed, double mutatorSpeed)
    {
        var maximum = MaximumFactor();
        if (collectorSpeed == 0 || mutatorSpeed == 0)
        {
            return maximum;
        }

        var speedRatio = collectorSpeed / mutatorSpeed;
        var a = speedRatio * (1 - TargetUtilization);
        var b = a - TargetUtilization;
        var factor = a < b * maximum ? a / b : maximum;
        return Math.Max(Math.Min(factor, maximum), MinimumFactor);
    }

    private readonly double MaximumFactor()
    {
        const long small = 256 * Megabyte;
        const long large = 2048 * Megabyte;
        return _maximum >= large
            ? LargeHeapFactor
            : SmallestHeapFactor
                + ((MediumHeapFactor - SmallestHeapFactor) * (Math.Max(_maximum, small) - small) / (large - small));
    }

    [InlineArray(RememberedRatios)]
    private struct Ratios
    {
        private double _first;
    }
}
