namespace ConcurrentGc.Experiments.Running;

/// <summary>What became of a program's frames, and of the idle time between them.</summary>
/// <param name="Ended">Frames that were drawn.</param>
/// <param name="Dropped">Display times that passed while a frame was not done.</param>
/// <param name="Longest">Nanoseconds from when a frame was due until it was done, at most.</param>
/// <param name="IdleWork">Nanoseconds of the collector in idle time that it was granted.</param>
/// <param name="LateWork">Nanoseconds of what it began there and had not done when the time was over.</param>
public sealed record FrameCounts(long Ended = 0, long Dropped = 0, long Longest = 0, long IdleWork = 0, long LateWork = 0);
