namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>Why a program returned to its mutator.</summary>
public enum ProgramStop
{
    /// <summary><see cref="Hosting.ITurn.Spend"/> said so; there is more to run.</summary>
    SliceEnd = 0,

    /// <summary>
    /// An allocation failed, or was put off for a marking step: <see cref="ProgramContext"/> says which. The program is
    /// called again afterwards and repeats the allocation.
    /// </summary>
    NeedsCollection = 1,

    /// <summary>It ended; <see cref="ProgramContext.ExitCode"/> is set.</summary>
    Ended = 2,

    /// <summary>
    /// It has nothing to do before <see cref="ProgramContext.WakeAt"/>, and is called again then or later.
    /// </summary>
    Sleeps = 3,

    /// <summary>
    /// <see cref="Hosting.ITurn.Spend"/> said so in the middle of an operation: this is no safepoint. The program is called
    /// again and goes on there.
    /// </summary>
    InsideOperation = 4,
}
