namespace ConcurrentGc.Orinoco.Compacting;

/// <summary>A message to a compactor.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Epoch">The cycle.</param>
public readonly record struct CompactorMessage(CompactorVerb Verb, long Epoch);
