namespace ConcurrentGc.Orinoco.Footprint;

/// <summary>A space in the shape of <c>v8.getHeapSpaceStatistics()</c>; all sizes in bytes.</summary>
/// <param name="Name">V8's name.</param>
/// <param name="Size">Committed.</param>
/// <param name="Used">Objects.</param>
/// <param name="Available">Free and usable without committing more.</param>
/// <param name="Physical">Committed and backed by memory.</param>
public readonly record struct SpaceFootprint(string Name, long Size, long Used, long Available, long Physical);
