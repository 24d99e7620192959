using System.Diagnostics;

namespace ConcurrentGc.Actors.Shells;

/// <summary>Wall time since it was made. Immutable, so every thread may read it.</summary>
internal sealed class WallClock
{
    private static readonly double _nanosecondsPerTick = 1e9 / Stopwatch.Frequency;
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Nanoseconds; never goes back.</summary>
    public long Now
    {
        get
        {
            var ticks = Stopwatch.GetTimestamp() - _start;
            return Stopwatch.Frequency == 1_000_000_000 ? ticks : (long)(ticks * _nanosecondsPerTick);
        }
    }
}
