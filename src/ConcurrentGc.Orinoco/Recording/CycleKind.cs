namespace ConcurrentGc.Orinoco.Recording;

/// <summary>The kind of a collection cycle. The numbers are part of the record's format.</summary>
public enum CycleKind
{
    /// <summary>Young generation, parallel copying.</summary>
    Scavenge = 1,

    /// <summary>Whole heap: mark, sweep, compact.</summary>
    MarkCompact = 2,
}
