namespace ConcurrentGc.Orinoco.Compacting;

/// <summary>What a compactor is told. Legal sequence: Evacuate, Finish, UpdateRoots (worker 0 only), UpdatePointers.</summary>
public enum CompactorVerb
{
    /// <summary>Move live objects away from the pages of the item list. Answer: Finished.</summary>
    Evacuate = 1,

    /// <summary>Rewrite roots. Answer: Finished.</summary>
    UpdateRoots = 2,

    /// <summary>Rewrite the recorded slots of the pages of the item list. Answer: Finished.</summary>
    UpdatePointers = 3,

    /// <summary>Merge the worker's own space into old space. Answer: Finished.</summary>
    Finish = 4,
}
