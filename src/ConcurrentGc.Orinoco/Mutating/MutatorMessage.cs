namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>A message to a mutator.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Epoch">The cycle; zero outside any.</param>
public readonly record struct MutatorMessage(MutatorVerb Verb, long Epoch);
