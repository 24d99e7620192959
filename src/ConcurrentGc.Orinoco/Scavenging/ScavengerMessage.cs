namespace ConcurrentGc.Orinoco.Scavenging;

/// <summary>A message to a scavenger.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Epoch">The cycle.</param>
public readonly record struct ScavengerMessage(ScavengerVerb Verb, long Epoch);
