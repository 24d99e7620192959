using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>Words for outcomes.</summary>
internal static class OutcomeWords
{
    /// <summary>The word of the JSON document's <c>outcome</c>.</summary>
    /// <param name="outcome">An outcome.</param>
    public static string Key(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Completed => "completed",
        RunOutcome.UncaughtException => "uncaught-exception",
        RunOutcome.OutOfMemory => "out-of-memory",
        RunOutcome.Unsupported => "unsupported",
        RunOutcome.Interrupted => "interrupted",
        _ => "failed",
    };
}
