namespace ConcurrentGc.Tests.Fidelity;

/// <summary>The tables of Node with its default nursery of 16 MB.</summary>
public sealed class DefaultTableTests() : GoldTableTests("default");
