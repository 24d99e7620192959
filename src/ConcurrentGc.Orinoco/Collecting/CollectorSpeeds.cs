namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>How fast the collector and the program are, in bytes a millisecond of the host's clock.</summary>
/// <remarks>Source: V8 11.3, heap/gc-tracer.cc, with sums since the last full collection in place of ring buffers.</remarks>
public struct CollectorSpeeds
{
    private const double NanosecondsPerMillisecond = 1_000_000;

    private long _promotedSince;
    private long _endOfLast;

    /// <summary>Bytes that full collections deal with in a millisecond; zero before the first.</summary>
    public double CollectorSpeed { get; private set; }

    /// <summary>Old bytes that the program makes in a millisecond, up to the last full collection; zero before it.</summary>
    public double MutatorSpeed { get; private set; }

    /// <summary>Notes bytes that became old.</summary>
    /// <param name="bytes">Promoted by one scavenge.</param>
    public void AddPromotion(long bytes) => _promotedSince += bytes;

    /// <summary>Notes a full collection.</summary>
    /// <param name="bytes">Live old bytes at its end.</param>
    /// <param name="nanoseconds">How long it took.</param>
    /// <param name="now">The host's clock.</param>
    /// <param name="promoted">Young bytes that it made old.</param>
    public void AddMarkCompact(long bytes, long nanoseconds, long now, long promoted)
    {
        var elapsed = now - nanoseconds - _endOfLast;
        CollectorSpeed = nanoseconds > 0 ? bytes * NanosecondsPerMillisecond / nanoseconds : 0;
        MutatorSpeed = elapsed > 0 ? (_promotedSince + promoted) * NanosecondsPerMillisecond / elapsed : 0;
        (_promotedSince, _endOfLast) = (0, now);
    }
}
