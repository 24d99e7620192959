namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What begins when the sweeping of an earlier full collection is complete.</summary>
public enum AfterSweeping
{
    /// <summary>A scavenge.</summary>
    Scavenge = 0,

    /// <summary>A full collection.</summary>
    MarkCompact = 1,
}
