namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>An allocation that found no room.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="IsLarge">Whether it is over the regular limit.</param>
/// <param name="IsForced">Whether there was room, but a collection is due by the interval setting.</param>
/// <param name="IsOld">Whether it was to be in old space.</param>
public readonly record struct AllocationRequest(long Bytes, bool IsLarge, bool IsForced, bool IsOld = false);
