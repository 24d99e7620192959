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
}
