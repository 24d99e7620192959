namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>A message to the collector.</summary>
/// <param name="Verb">What happened.</param>
/// <param name="Epoch">The cycle it belongs to; from a mutator that asks for one, how often in a row it asked for this.</param>
/// <param name="Sender">Number of the worker or isolate.</param>
/// <param name="IsForced">Whether there was room, but a collection is due by a setting.</param>
/// <param name="Value">Bytes that a step marked.</param>
public readonly record struct CollectorMessage(CollectorVerb Verb, long Epoch, int Sender, bool IsForced = false, long Value = 0);
