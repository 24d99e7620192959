namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>What one way to place objects came to; all sizes in bytes.</summary>
/// <param name="Model">Its name.</param>
/// <param name="PeakLive">Most bytes that objects asked for at a time.</param>
/// <param name="PeakReserved">Most memory at a time.</param>
/// <param name="Reserved">Memory at the end.</param>
/// <param name="Internal">At the end, what sizes are rounded up by.</param>
/// <param name="External">At the end, memory that belongs to no object.</param>
/// <param name="LargestHole">At the end, the largest object that fits without more memory.</param>
/// <param name="MeanInternalShare">Mean over the points where deaths are seen: rounding by memory.</param>
/// <param name="MeanExternalShare">Mean over the same points: memory that belongs to no object by memory.</param>
public sealed record FragmentationRow(
    string Model,
    long PeakLive,
    long PeakReserved,
    long Reserved,
    long Internal,
    long External,
    long LargestHole,
    double MeanInternalShare,
    double MeanExternalShare);
