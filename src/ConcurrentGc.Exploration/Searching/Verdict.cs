namespace ConcurrentGc.Exploration.Searching;

/// <summary>What a search says.</summary>
public enum Verdict
{
    /// <summary>Every state that can be reached was visited, and no rule broke.</summary>
    Safe = 0,

    /// <summary>A rule broke.</summary>
    Violated = 1,

    /// <summary>A limit was hit before either was known.</summary>
    Inconclusive = 2,
}
