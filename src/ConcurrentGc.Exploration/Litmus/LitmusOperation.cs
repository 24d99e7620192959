namespace ConcurrentGc.Exploration.Litmus;

/// <summary>One operation of a litmus program.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="A">The register that changes, or that holds the holder; from zero.</param>
/// <param name="B">The other register; minus one: null.</param>
/// <param name="Field">The field, from zero; for a new object, how many it has; for <see cref="LitmusVerb.Any"/>, how many operations.</param>
public readonly record struct LitmusOperation(LitmusVerb Verb, int A = 0, int B = 0, int Field = 0);
