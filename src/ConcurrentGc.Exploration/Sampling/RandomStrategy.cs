namespace ConcurrentGc.Exploration.Sampling;

/// <summary>Each step is anybody's who has something to do.</summary>
public sealed class RandomStrategy : IStrategy
{
    private SeededRandom _random;

    /// <inheritdoc/>
    public void Begin(SeededRandom random, int actors, int steps) => _random = random;

    /// <inheritdoc/>
    public int Pick(ReadOnlySpan<int> enabled, int step) => enabled[_random.Next(enabled.Length)];

    /// <inheritdoc/>
    public void Yield(int actor)
    {
        // somebody else's turn will come
    }
}
