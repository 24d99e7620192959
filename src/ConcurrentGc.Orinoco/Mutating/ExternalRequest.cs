namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>What a mutator stands for that takes memory outside the heap.</summary>
public enum ExternalRequest
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Young objects keep much of it: a scavenge may free it.</summary>
    Scavenge = 1,

    /// <summary>There is much more of it than after the last full collection.</summary>
    Pressure = 2,
}
