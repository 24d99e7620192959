namespace ConcurrentGc.Orinoco.Hosting;

/// <summary>What a machine charges: picoseconds a unit of each <see cref="Work"/>, and how long slices are.</summary>
/// <remarks>Integers, so that virtual time is the same on every platform.</remarks>
/// <param name="Picoseconds">Indexed by <see cref="Work"/>; as long as the enum.</param>
/// <param name="SliceObjects">A slice ends after this many calls of <see cref="ITurn.Spend"/>.</param>
/// <param name="SliceNanoseconds">A slice ends after this much virtual time.</param>
public sealed record MachinePrices(IReadOnlyList<long> Picoseconds, int SliceObjects, int SliceNanoseconds);
