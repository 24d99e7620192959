namespace ConcurrentGc.Experiments.Logs;

/// <summary>
/// Mean speed over the last ten samples, in V8's manner. Source: V8 11.3, GCTracer::AverageSpeed and
/// base::RingBuffer.
/// </summary>
internal sealed class SpeedWindow
{
    private const int Capacity = 10;

    // V8 clamps to one byte and one gigabyte a millisecond.
    private const double Slowest = 1;
    private const double Fastest = 1024.0 * 1024 * 1024;

    private readonly Queue<(long Bytes, long Nanoseconds)> _samples = new(Capacity);

    /// <summary>Adds a sample; the eleventh pushes the first out.</summary>
    /// <param name="bytes">Not negative.</param>
    /// <param name="nanoseconds">Not negative.</param>
    public void Add(long bytes, long nanoseconds)
    {
        if (_samples.Count == Capacity)
        {
            _samples.Dequeue();
        }

        _samples.Enqueue((bytes, nanoseconds));
    }

    /// <summary>Bytes a millisecond; zero while no time has been sampled.</summary>
    /// <param name="frame">Nanoseconds; samples older than the newest ones that fill it are left out.</param>
    public double BytesPerMillisecond(long frame = long.MaxValue)
    {
        long bytes = 0;
        long nanoseconds = 0;
        foreach (var sample in _samples.Reverse())
        {
            if (nanoseconds >= frame)
            {
                break;
            }

            bytes += sample.Bytes;
            nanoseconds += sample.Nanoseconds;
        }

        return nanoseconds == 0 ? 0 : Math.Clamp(bytes / (nanoseconds / 1e6), Slowest, Fastest);
    }
}
