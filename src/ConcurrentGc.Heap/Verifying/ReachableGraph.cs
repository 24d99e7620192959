namespace ConcurrentGc.Heap.Verifying;

/// <summary>What the <see cref="ReachabilityOracle"/> found.</summary>
/// <param name="Objects">Number of reachable objects.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Fingerprint">
/// A hash of roots, shapes, lengths, edges and, when asked for, payload. It does not depend on addresses: objects are
/// numbered in the order in which they are reached. Equal graphs have equal fingerprints, in every run and host.
/// </param>
public readonly record struct ReachableGraph(long Objects, long Bytes, UInt128 Fingerprint);
