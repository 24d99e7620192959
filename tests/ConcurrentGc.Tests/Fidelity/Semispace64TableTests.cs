namespace ConcurrentGc.Tests.Fidelity;

/// <summary>The tables of Node with a nursery of 64 MB.</summary>
public sealed class Semispace64TableTests() : GoldTableTests("ss64");
