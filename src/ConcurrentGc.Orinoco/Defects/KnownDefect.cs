using ConcurrentGc.Heap.Barriers;

namespace ConcurrentGc.Orinoco.Defects;

/// <summary>What is to be known of a defect.</summary>
/// <param name="Defect">Which.</param>
/// <param name="Barrier">The kind of barrier under which its rule is needed.</param>
/// <param name="Rule">The rule that it breaks.</param>
public sealed record KnownDefect(Defect Defect, BarrierKind Barrier, string Rule)
{
    /// <summary>Whether only stores that wait in the store buffer of a core can show it: no run of roles one after the other does.</summary>
    public bool NeedsStoreBuffers { get; init; }
}
