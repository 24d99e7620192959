namespace ConcurrentGc.Experiments.Checking;

/// <summary>How often a random program does what.</summary>
internal enum RandomMix
{
    /// <summary>Objects in a few registers.</summary>
    Plain,

    /// <summary>Also objects with weak words, which it never loads from, and a shelf, so that many objects grow old.</summary>
    Full,

    /// <summary>The same, and it loads from weak words: what it computes depends on when it was collected.</summary>
    WeakLoads,
}
