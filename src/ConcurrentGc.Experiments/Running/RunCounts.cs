namespace ConcurrentGc.Experiments.Running;

/// <summary>What a whole run did.</summary>
/// <param name="AllocatedBytes">Bytes that the program allocated, those after the last collection included.</param>
/// <param name="Messages">Messages between roles.</param>
/// <param name="IdleNanoseconds">How long the program slept because nothing was due, outside of pauses.</param>
public sealed record RunCounts(long AllocatedBytes = 0, long Messages = 0, long IdleNanoseconds = 0)
{
    /// <summary>What became of the frames that it asked for.</summary>
    public FrameCounts Frames { get; init; } = new();
}
