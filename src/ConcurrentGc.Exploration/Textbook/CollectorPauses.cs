namespace ConcurrentGc.Exploration.Textbook;

/// <summary>Where in the mutator's program marking may start and end.</summary>
public enum CollectorPauses
{
    /// <summary>Between any two steps.</summary>
    Anywhere,

    /// <summary>Not inside a store.</summary>
    Safepoint,
}
