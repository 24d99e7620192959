namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>How fast the collector and the program are, in bytes a millisecond of the host's clock.</summary>
/// <remarks>Source: V8 11.3, heap/gc-tracer.cc, with sums since the last full collection in place of ring buffers.</remarks>
public struct CollectorSpeeds
{
    private const double NanosecondsPerMillisecond = 1_000_000;
    private const double StepSpeedAtStart = 131_072;
    private const double MinimumMarkingSpeed = 0.5;

    private long _promotedSince;
    private long _endOfLast;
    private double _stepSpeed;

    /// <summary>Bytes that full collections deal with in a millisecond; zero before the first.</summary>
    public double CollectorSpeed { get; private set; }

    /// <summary>Old bytes that the program makes in a millisecond, up to the last full collection; zero before it.</summary>
    public double MutatorSpeed { get; private set; }

    /// <summary>Bytes that a marking step marks in a millisecond.</summary>
    public readonly double StepSpeed => _stepSpeed == 0 ? StepSpeedAtStart : _stepSpeed;

    /// <summary>Bytes that became old in a millisecond since the last full collection, at least one.</summary>
    /// <param name="now">The host's clock.</param>
    public readonly double PromotionSpeed(long now) =>
        Math.Max(1, _promotedSince * NanosecondsPerMillisecond / Math.Max(1, now - _endOfLast));

    /// <summary>Notes the steps of a cycle, before its <see cref="AddMarkCompact"/>.</summary>
    /// <param name="bytes">Bytes that they marked.</param>
    /// <param name="nanoseconds">How long they took.</param>
    public void AddSteps(long bytes, long nanoseconds)
    {
        if (bytes > 0 && nanoseconds > 0)
        {
            var speed = bytes * NanosecondsPerMillisecond / nanoseconds;
            _stepSpeed = _stepSpeed == 0 ? speed : (_stepSpeed + speed) / 2;
        }
    }

    /// <summary>Notes bytes that became old.</summary>
    /// <param name="bytes">Promoted by one scavenge.</param>
    public void AddPromotion(long bytes) => _promotedSince += bytes;

    /// <summary>Notes a full collection.</summary>
    /// <param name="bytes">Live old bytes at its end.</param>
    /// <param name="nanoseconds">How long its pause took.</param>
    /// <param name="now">The host's clock.</param>
    /// <param name="promoted">Young bytes that it made old.</param>
    /// <param name="isIncremental">Whether marking began before the pause: then the speed of both parts counts.</param>
    public void AddMarkCompact(long bytes, long nanoseconds, long now, long promoted, bool isIncremental)
    {
        var elapsed = now - nanoseconds - _endOfLast;
        var speed = nanoseconds > 0 ? bytes * NanosecondsPerMillisecond / nanoseconds : 0;
        var isCombined = isIncremental && _stepSpeed >= MinimumMarkingSpeed && speed >= MinimumMarkingSpeed;
        CollectorSpeed = isCombined ? _stepSpeed * speed / (_stepSpeed + speed) : speed;
        MutatorSpeed = elapsed > 0 ? (_promotedSince + promoted) * NanosecondsPerMillisecond / elapsed : 0;
        (_promotedSince, _endOfLast) = (0, now);
    }
}
