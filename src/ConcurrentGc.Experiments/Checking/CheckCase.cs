using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>One run of the suite. All but the order of threads follows from it.</summary>
/// <param name="Seed">Draws world, programs and order.</param>
/// <param name="Barrier">The kind of barrier.</param>
/// <param name="Host">What hosts it.</param>
/// <param name="Defect">A rule that is broken on purpose, or none.</param>
public sealed record CheckCase(ulong Seed, BarrierKind Barrier, CheckHost Host, Defect Defect);
