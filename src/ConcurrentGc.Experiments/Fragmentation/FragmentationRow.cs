namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>
/// What one way to place objects came to; all sizes in bytes. Time is allocated bytes: a mean takes what holds after each
/// allocation, as many times as the allocation has bytes. See Note [Internal and external].
/// </summary>
/// <param name="Model">Its name.</param>
/// <param name="PeakRequested">Most bytes that objects asked for at a time.</param>
/// <param name="PeakReserved">Most memory that the model had taken at a time.</param>
/// <param name="RequestedAtPeak">When it first had so much: bytes that objects asked for.</param>
/// <param name="InternalAtPeak">Then: bytes that these were rounded up by.</param>
/// <param name="FreeAtPeak">Then: memory that belonged to no object.</param>
/// <param name="ExternalAtPeak">Then: the free memory that the largest object that still fitted could not have had.</param>
/// <param name="MeanReserved">Mean of the memory.</param>
/// <param name="MeanInternal">Mean of the rounding.</param>
/// <param name="MeanFree">Mean of the free memory.</param>
/// <param name="MeanExternal">Mean of the external fragmentation.</param>
public sealed record FragmentationRow(
    string Model,
    long PeakRequested,
    long PeakReserved,
    long RequestedAtPeak,
    long InternalAtPeak,
    long FreeAtPeak,
    long ExternalAtPeak,
    long MeanReserved,
    long MeanInternal,
    long MeanFree,
    long MeanExternal);
