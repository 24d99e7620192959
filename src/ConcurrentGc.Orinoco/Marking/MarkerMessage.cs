namespace ConcurrentGc.Orinoco.Marking;

/// <summary>A message to a marker.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Epoch">The cycle; zero for <see cref="MarkerVerb.Take"/>.</param>
/// <param name="Value">Bytes of a step; the segment to take; of Mark, the phase; of root visits, one with stacks, zero without.</param>
public readonly record struct MarkerMessage(MarkerVerb Verb, long Epoch, long Value = 0);
