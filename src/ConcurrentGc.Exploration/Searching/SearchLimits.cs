namespace ConcurrentGc.Exploration.Searching;

/// <summary>What a search may take. A limit that is hit makes its verdict inconclusive, never safe.</summary>
/// <param name="States">Visited states at most.</param>
/// <param name="Bytes">Memory for visited and open states at most.</param>
public sealed record SearchLimits(long States = long.MaxValue, long Bytes = 4L << 30);
