namespace ConcurrentGc.Experiments.Running;

/// <summary>How a run ended.</summary>
public enum ProgramOutcome
{
    /// <summary>The program ended by itself, with a code of its own.</summary>
    Completed = 0,

    /// <summary>The program threw and nothing caught it.</summary>
    UncaughtException = 1,

    /// <summary>The heap was full.</summary>
    OutOfMemory = 2,

    /// <summary>Refused before the first instruction: a syntax error or a feature that is not supported.</summary>
    Unsupported = 3,

    /// <summary>A broken invariant or a failed role: a defect of the simulator.</summary>
    Failed = 4,

    /// <summary>Stopped from outside.</summary>
    Interrupted = 5,
}
