namespace ConcurrentGc.Tests.Fidelity;

/// <summary>The tables of Node with a nursery of 1 MB.</summary>
public sealed class Semispace1TableTests() : GoldTableTests("ss1");
