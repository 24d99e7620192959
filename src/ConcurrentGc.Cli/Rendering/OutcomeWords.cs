using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>Words for outcomes.</summary>
internal static class OutcomeWords
{
    /// <summary>The word of the JSON document's <c>outcome</c>.</summary>
    /// <param name="outcome">An outcome.</param>
    public static string Key(ProgramOutcome outcome) => outcome switch
    {
        ProgramOutcome.Completed => "completed",
        ProgramOutcome.UncaughtException => "uncaught-exception",
        ProgramOutcome.OutOfMemory => "out-of-memory",
        ProgramOutcome.Unsupported => "unsupported",
        ProgramOutcome.Interrupted => "interrupted",
        _ => "failed",
    };
}
