namespace ConcurrentGc.Heap.Verifying;

/// <summary>Where in a cycle a verification takes place: what may be left in the side tables.</summary>
public enum VerificationPoint
{
    /// <summary>No marking is running: mark bits are clear but on pages to be swept, nothing of a compaction is left.</summary>
    BetweenCycles = 0,

    /// <summary>Marking is running: mark bits, evacuation candidates and old-to-old slots are allowed anywhere.</summary>
    WhileMarking = 1,
}
