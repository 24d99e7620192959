namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What fits into idle time, by the speeds so far. Speeds are bytes a millisecond; zero: unknown.</summary>
/// <remarks>
/// Source: V8 5.1, heap/scavenge-job.cc (ReachedIdleAllocationLimit, EnoughIdleTimeForScavenge) and
/// heap/gc-idle-time-handler.cc (EstimateMarkingStepSize, ShouldDoFinalIncrementalMarkCompact).
/// </remarks>
public static class IdleTimeEstimate
{
    private const long Kilobyte = 1 << 10;
    private const long Megabyte = 1 << 20;
    private const double AverageMilliseconds = 5;
    private const double ScavengeSpeedAtStart = 256 * Kilobyte;
    private const double LimitShare = 0.8;
    private const double LeastLimit = 512 * Kilobyte;
    private const double BytesUntilNextLook = 512 * Kilobyte;
    private const double SafeShare = 0.9;
    private const double MostStepBytes = 700 * Megabyte;
    private const double EndSpeedAtStart = 2 * Megabyte;
    private const double LongestEnd = 1000;

    /// <summary>Whether new space is so full that it is scavenged now rather than in the middle of something.</summary>
    /// <param name="used">Bytes used of new space.</param>
    /// <param name="capacity">Bytes of a semispace.</param>
    /// <param name="speed">Bytes of new space that scavenges dealt with in a millisecond.</param>
    public static bool IsWorthScavenging(long used, long capacity, double speed)
    {
        var inAverageTime = AverageMilliseconds * OrAtStart(speed, ScavengeSpeedAtStart);
        return used >= Math.Max(Math.Min(inAverageTime, capacity * LimitShare) - BytesUntilNextLook, LeastLimit);
    }

    /// <summary>Whether a scavenge is likely to end in time.</summary>
    /// <param name="milliseconds">Idle time.</param>
    /// <param name="used">Bytes used of new space.</param>
    /// <param name="speed">As above.</param>
    public static bool FitsScavenge(double milliseconds, long used, double speed) =>
        used <= milliseconds * OrAtStart(speed, ScavengeSpeedAtStart);

    /// <summary>Bytes of a marking step that is likely to end in time.</summary>
    /// <param name="milliseconds">Idle time.</param>
    /// <param name="speed">Bytes that a step marks in a millisecond; known.</param>
    public static long StepBytes(double milliseconds, double speed) =>
        milliseconds * speed >= MostStepBytes ? (long)MostStepBytes : (long)(milliseconds * speed * SafeShare);

    /// <summary>Whether the pause that ends marking is likely to end in time.</summary>
    /// <param name="milliseconds">Idle time.</param>
    /// <param name="bytes">Bytes of all objects.</param>
    /// <param name="speed">Bytes of objects that such pauses dealt with in a millisecond.</param>
    public static bool FitsEnd(double milliseconds, long bytes, double speed) =>
        milliseconds >= Math.Min(bytes / OrAtStart(speed, EndSpeedAtStart), LongestEnd);

    private static double OrAtStart(double speed, double atStart) => speed == 0 ? atStart : speed;
}
