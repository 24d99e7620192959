using ConcurrentGc.Orinoco.Collecting;

namespace ConcurrentGc.Experiments.Running;

/// <summary>What the embedder of a program does.</summary>
/// <param name="FrameRate">Frames a second, 1 to 1,000.</param>
/// <param name="IdleTime">What the collector does in idle time.</param>
/// <param name="Pressure">How short memory is from some moment on.</param>
/// <param name="PressureAt">That moment, nanoseconds since the run began; read unless memory is never short.</param>
public sealed record EmbedderOptions(
    int FrameRate = 60, IdleTimeUse IdleTime = IdleTimeUse.Current, MemoryPressure Pressure = MemoryPressure.None, long PressureAt = 0)
{
    private const long Second = 1_000_000_000;

    /// <summary>Nanoseconds between two frames.</summary>
    public long FrameNanoseconds => (Second + (FrameRate / 2)) / FrameRate;
}
