namespace ConcurrentGc.Exploration.Searching;

/// <summary>Takes the states that a space gives, one after the other.</summary>
public interface IStateSink
{
    /// <summary>Takes a state.</summary>
    /// <param name="step">The step that leads to it; its meaning is the space's.</param>
    /// <param name="state">The state, valid during this call.</param>
    /// <param name="isViolation">Whether a rule broke in this step.</param>
    /// <returns>Whether more states are wanted.</returns>
    bool Take(int step, ReadOnlySpan<ulong> state, bool isViolation);
}
