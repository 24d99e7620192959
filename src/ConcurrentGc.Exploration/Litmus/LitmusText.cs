namespace ConcurrentGc.Exploration.Litmus;

/// <summary>The operations of a litmus program: an immutable table.</summary>
/// <param name="Operations">In order.</param>
public sealed record LitmusText(IReadOnlyList<LitmusOperation> Operations);
