namespace ConcurrentGc.Orinoco.Embedding;

/// <summary>A message to the embedder.</summary>
/// <param name="Verb">What happened.</param>
/// <param name="Epoch">Zero: no cycle has a part in it.</param>
/// <param name="Mutator">Number of the mutator that it is about, from zero.</param>
/// <param name="Value">See <see cref="EmbedderVerb"/>.</param>
/// <param name="WaitsForFrame">Of a program that sleeps: whether it has asked for a frame.</param>
public readonly record struct EmbedderMessage(
    EmbedderVerb Verb, long Epoch, int Mutator, long Value = 0, bool WaitsForFrame = false);
