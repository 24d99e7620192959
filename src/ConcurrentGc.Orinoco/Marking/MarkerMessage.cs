namespace ConcurrentGc.Orinoco.Marking;

/// <summary>A message to a marker.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Epoch">The cycle.</param>
public readonly record struct MarkerMessage(MarkerVerb Verb, long Epoch);
