namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>How a program ended.</summary>
public enum ProgramEnd
{
    /// <summary>By itself, with an exit code of its own.</summary>
    Completed = 0,

    /// <summary>It threw and nothing caught it.</summary>
    UncaughtException = 1,

    /// <summary>It met something that the simulator does not support.</summary>
    Unsupported = 2,
}
