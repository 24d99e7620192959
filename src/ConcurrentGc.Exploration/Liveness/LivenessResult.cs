using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Liveness;

/// <summary>Whether what begins always ends.</summary>
/// <param name="Verdict">Safe: it does. Violated: there is a lasso, or a broken rule.</param>
/// <param name="States">Different states.</param>
/// <param name="Transitions">Steps between them.</param>
/// <param name="Lasso">A schedule for ever in which it does not end; null: there is none, or it is not known.</param>
public sealed record LivenessResult(Verdict Verdict, long States, long Transitions, Lasso? Lasso);
