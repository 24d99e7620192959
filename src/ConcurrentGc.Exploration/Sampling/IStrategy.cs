namespace ConcurrentGc.Exploration.Sampling;

/// <summary>Decides who makes the next step of a schedule that is tried.</summary>
public interface IStrategy
{
    /// <summary>Begins a schedule.</summary>
    /// <param name="random">Draws what the strategy leaves open; its own for each schedule.</param>
    /// <param name="actors">How many actors there are.</param>
    /// <param name="steps">Steps of the longest schedule so far; an estimate.</param>
    void Begin(SeededRandom random, int actors, int steps);

    /// <summary>Picks an actor.</summary>
    /// <param name="enabled">Those that have something to do, rising; one at least.</param>
    /// <param name="step">How many steps were made in this schedule.</param>
    int Pick(ReadOnlySpan<int> enabled, int step);

    /// <summary>A step changed nothing: its actor waits for another one, which must come to its turn.</summary>
    /// <param name="actor">Who made it.</param>
    void Yield(int actor);
}
