using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Summaries;

/// <summary>Time in one phase over a whole run.</summary>
/// <param name="Kind">The kind of cycle that the phase belongs to.</param>
/// <param name="Phase">The phase.</param>
/// <param name="Nanoseconds">On the main thread.</param>
/// <param name="BackgroundNanoseconds">On helpers, summed.</param>
public sealed record PhaseShare(CycleKind Kind, CollectionPhase Phase, long Nanoseconds, long BackgroundNanoseconds);
