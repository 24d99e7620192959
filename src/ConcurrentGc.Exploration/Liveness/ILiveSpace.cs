using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Liveness;

/// <summary>A state space in which something that has begun must end.</summary>
public interface ILiveSpace : IStateSpace
{
    /// <summary>How many actors make steps, numbered from zero; at most 64.</summary>
    int Actors { get; }

    /// <summary>A bit for each actor that is scheduled fairly. See Note [Fair lassos].</summary>
    ulong Fair { get; }

    /// <summary>Whether fairness is strong: who is enabled again and again makes a step, not only who is enabled all the time.</summary>
    bool IsStronglyFair { get; }

    /// <summary>Who makes a step.</summary>
    /// <param name="step">A step of the space.</param>
    int ActorOf(int step);

    /// <summary>Whether in a state something has begun and has not ended.</summary>
    /// <param name="state">The state.</param>
    bool IsUnderWay(ReadOnlySpan<ulong> state);
}
