namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>Why a program returned to its mutator.</summary>
public enum ProgramStop
{
    /// <summary><see cref="Hosting.ITurn.Spend"/> said so; there is more to run.</summary>
    SliceEnd = 0,

    /// <summary>
    /// An allocation failed: <see cref="ProgramContext.Request"/> says which. The program is called again after a
    /// collection and repeats the allocation.
    /// </summary>
    NeedsCollection = 1,

    /// <summary>It ended; <see cref="ProgramContext.ExitCode"/> is set.</summary>
    Ended = 2,

    /// <summary>
    /// It has nothing to do before <see cref="ProgramContext.WakeAt"/>, and is called again then or later.
    /// </summary>
    Sleeps = 3,
}
