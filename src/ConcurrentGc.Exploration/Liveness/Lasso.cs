namespace ConcurrentGc.Exploration.Liveness;

/// <summary>A schedule that never ends: steps to a state, and steps from it that lead back to it.</summary>
/// <param name="Stem">From a state that the search begins with.</param>
/// <param name="Loop">At least one step; each fair actor makes one, or is not enabled somewhere.</param>
public sealed record Lasso(IReadOnlyList<int> Stem, IReadOnlyList<int> Loop);
