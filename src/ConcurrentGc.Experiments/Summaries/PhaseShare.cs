using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Summaries;

/// <summary>Time in one phase over a whole run; what lies in pauses and what does not are apart.</summary>
/// <param name="Kind">The kind of cycle that the phase belongs to.</param>
/// <param name="Phase">The phase.</param>
/// <param name="IsInPause">Whether it is what lies in the pauses of these cycles, so that it is a part of their sum.</param>
/// <param name="Nanoseconds">On the main thread.</param>
/// <param name="BackgroundNanoseconds">On helpers, summed: work, without waiting for a core.</param>
public sealed record PhaseShare(
    CycleKind Kind, CollectionPhase Phase, bool IsInPause, long Nanoseconds, long BackgroundNanoseconds);
