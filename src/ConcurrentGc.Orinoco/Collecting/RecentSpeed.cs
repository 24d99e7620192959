using System.Runtime.CompilerServices;

namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>How many bytes a millisecond something took lately: the last ten samples.</summary>
/// <remarks>Source: V8 11.3, heap/gc-tracer.cc (AverageSpeed) and base/ring-buffer.h.</remarks>
public struct RecentSpeed
{
    private const int RememberedSamples = 10;
    private const double NanosecondsPerMillisecond = 1_000_000;
    private const double Least = 1;
    private const double Most = 1 << 30;

    private int _count;
    private int _next;
    private Samples _samples;

    /// <summary>Bytes a millisecond, over the newest samples that fill so many milliseconds.</summary>
    /// <param name="milliseconds">The span; all samples by default.</param>
    /// <returns>From 1 to 1 GB; zero: unknown.</returns>
    public readonly double Over(double milliseconds = double.MaxValue)
    {
        var (bytes, nanoseconds) = (0.0, 0.0);
        for (var i = 1; i <= _count && nanoseconds < milliseconds * NanosecondsPerMillisecond; i++)
        {
            var sample = _samples[(_next + RememberedSamples - i) % RememberedSamples];
            bytes += sample.Bytes;
            nanoseconds += sample.Nanoseconds;
        }

        return nanoseconds == 0 ? 0 : Math.Clamp(bytes * NanosecondsPerMillisecond / nanoseconds, Least, Most);
    }

    /// <summary>Notes a sample.</summary>
    /// <param name="bytes">Bytes.</param>
    /// <param name="nanoseconds">How long they took; nothing is noted when it was no time.</param>
    public void Add(long bytes, long nanoseconds)
    {
        if (nanoseconds > 0)
        {
            _samples[_next] = new Sample(bytes, nanoseconds);
            _next = (_next + 1) % RememberedSamples;
            _count = Math.Min(_count + 1, RememberedSamples);
        }
    }

    private readonly record struct Sample(long Bytes, long Nanoseconds);

    [InlineArray(RememberedSamples)]
    private struct Samples
    {
        private Sample _first;
    }
}
