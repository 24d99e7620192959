namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>Where a mutator is.</summary>
public enum MutatorState
{
    /// <summary>Not started, or ended.</summary>
    Idle = 0,

    /// <summary>Runs its program in slices; between two slices it is at a safepoint.</summary>
    Running = 1,

    /// <summary>Stands because it asked for room.</summary>
    Waiting = 2,

    /// <summary>Stands because it was told to.</summary>
    Stopped = 3,

    /// <summary>Its program waits for the time to come; a Wake is on its way.</summary>
    Sleeping = 4,

    /// <summary>Stands because it was told to while its program slept; the Wake is still on its way.</summary>
    StoppedAsleep = 5,
}
