namespace ConcurrentGc.Tests.Fidelity;

/// <summary>The tables of Node with a nursery of 16 MB, said by the flag.</summary>
public sealed class Semispace16TableTests() : GoldTableTests("ss16");
