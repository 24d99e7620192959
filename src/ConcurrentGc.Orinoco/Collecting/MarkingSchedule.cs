namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>How many bytes a marking step should mark, so that marking keeps up with the program.</summary>
/// <remarks>
/// Source: V8 11.3, heap/incremental-marking.cc (ScheduleBytesToMarkBasedOnAllocation, ComputeStepSizeInBytes,
/// FastForwardScheduleIfCloseToFinalization, ScheduleBytesToMarkBasedOnTime).
/// </remarks>
public struct MarkingSchedule
{
    private const int MaximumCreditSteps = 4;
    private const int MarginSteps = 16;
    private const int CreditDivisor = 256;
    private const int TightCreditDivisor = 32;
    private const double StepMilliseconds = 5;
    /// <summary>Most milliseconds of a step while the program sleeps.</summary>
    public const double TaskStepMilliseconds = 1;

    private const double NanosecondsPerMillisecond = 1_000_000;
    private const double TargetMilliseconds = 500;
    private const double LeastCreditMilliseconds = 10;
    private const double SafeShare = 0.9;

    private long _stepBytes;
    private long _initialOldBytes;
    private long _scheduled;
    private long _promoted;
    private long _creditedUntil;

    /// <summary>Marking starts.</summary>
    /// <param name="oldBytes">Bytes of old objects.</param>
    /// <param name="stepBytes">Bytes of the smallest step; the most credit is 4 of them, and 16 is what steps may be behind.</param>
    /// <param name="now">The host's clock, nanoseconds.</param>
    public void Start(long oldBytes, long stepBytes, long now = 0) =>
        this = new MarkingSchedule { _initialOldBytes = oldBytes, _stepBytes = stepBytes, _creditedUntil = now };

    /// <summary>Bytes became old.</summary>
    /// <param name="bytes">Promoted by a scavenge.</param>
    public void AddPromotion(long bytes) => _promoted += bytes;

    /// <summary>An allocation step is due.</summary>
    /// <param name="marked">Bytes marked so far, by everybody.</param>
    /// <param name="speed">Bytes that a step marks in a millisecond.</param>
    /// <param name="isTight">Whether the old generation is near its maximum.</param>
    /// <returns>Bytes to mark, at least the smallest step.</returns>
    public long NextStepBytes(long marked, double speed, bool isTight)
    {
        var credit = isTight
            ? _initialOldBytes / TightCreditDivisor
            : Math.Clamp(_initialOldBytes / CreditDivisor, _stepBytes, MaximumCreditSteps * _stepBytes);
        _scheduled += credit + _promoted;
        _promoted = 0;
        FastForward(marked);
        var longest = (long)(SafeShare * StepMilliseconds * speed);
        return Math.Max(Math.Min(_scheduled - marked - (MarginSteps * _stepBytes), longest), _stepBytes);
    }

    /// <summary>
    /// A step for which time is given, not room: the old generation as it was at the start is due within half a second.
    /// </summary>
    /// <param name="marked">Bytes marked so far, by everybody.</param>
    /// <param name="speed">Bytes that a step marks in a millisecond.</param>
    /// <param name="now">The host's clock, nanoseconds.</param>
    /// <param name="milliseconds">The most that it may take.</param>
    /// <returns>Bytes to mark, at least the smallest step.</returns>
    public long NextTimedStepBytes(long marked, double speed, long now, double milliseconds)
    {
        var elapsed = Math.Min((now - _creditedUntil) / NanosecondsPerMillisecond, TargetMilliseconds);
        if (elapsed >= LeastCreditMilliseconds)
        {
            _scheduled += (long)(_initialOldBytes * (elapsed / TargetMilliseconds));
            _creditedUntil = now;
        }

        FastForward(marked);
        return Math.Max(Math.Min(_scheduled - marked, (long)(SafeShare * milliseconds * speed)), _stepBytes);
    }

    private void FastForward(long marked)
    {
        if (marked > 3 * (_initialOldBytes / 4))
        {
            _scheduled = Math.Max(_scheduled, marked);
        }
    }
}
