using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Summaries;

/// <summary>All cycles of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Pauses">How long the mutators stood.</param>
/// <param name="Promoted">Bytes promoted.</param>
/// <param name="Copied">Bytes copied within new space.</param>
/// <param name="Freed">Total before less total after, bytes.</param>
public sealed record KindSummary(CycleKind Kind, PauseStatistics Pauses, long Promoted, long Copied, long Freed)
{
    /// <summary>What the store buffer had to do with them; null: it had no entry, or there is none.</summary>
    public StoreBufferSummary? StoreBuffer { get; init; }
}
