namespace ConcurrentGc.Exploration.Searching;

/// <summary>The states that a search has met.</summary>
public interface IVisitedStates
{
    /// <summary>How many.</summary>
    long Count { get; }

    /// <summary>Memory that they take now, in bytes.</summary>
    long Bytes { get; }

    /// <summary>Adds a state.</summary>
    /// <param name="state">Its words.</param>
    /// <returns>Whether it is new.</returns>
    bool Add(ReadOnlySpan<ulong> state);
}
