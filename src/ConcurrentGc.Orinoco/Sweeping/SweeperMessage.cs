namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>A message to a sweeper.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Epoch">The cycle.</param>
public readonly record struct SweeperMessage(SweeperVerb Verb, long Epoch);
