using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Engine;

/// <summary>Turns how a host's run ended into an isolate's outcome and the text that says why.</summary>
internal static class RunEnding
{
    /// <summary>The outcome, and why it is none of completion.</summary>
    /// <param name="run">How the run ended.</param>
    /// <param name="end">The entry that ended the program; none: it did not end.</param>
    /// <param name="refusal">Why the program was ended before its end.</param>
    /// <param name="tells">Whether this isolate tells what happened to the whole run.</param>
    /// <param name="isLogging">Whether an interruption is told with what the actors were at.</param>
    public static (ProgramOutcome Outcome, string Text) Of(
        RunOutcome run, in RecordEntry end, string refusal, bool tells, bool isLogging) => run.End switch
        {
            RunEnd.Failed => (ProgramOutcome.Failed, Told(tells, run, run.Failure!.Describe())),
            RunEnd.Stalled => (
                ProgramOutcome.Failed, Told(tells, run, $"the world came to rest before its program ended\n{run.Actors}")),
            RunEnd.Canceled => (
                ProgramOutcome.Interrupted, Told(tells, run, isLogging ? $"interrupted\n{run.Actors}" : "interrupted")),
            _ => OfProgram(end, refusal),
        };

    private static string Told(bool tells, RunOutcome run, string text) =>
        !tells ? string.Empty
        : run.Late is null ? text
        : $"{text}\na role did not return in time\n{run.Late}";

    private static (ProgramOutcome Outcome, string Text) OfProgram(in RecordEntry end, string refusal) => end.Kind switch
    {
        EventKind.OutOfMemory => (
            ProgramOutcome.OutOfMemory,
            $"JavaScript heap out of memory: no room for {end.Value} bytes after the last resort"),
        EventKind.Unsupported => (ProgramOutcome.Unsupported, refusal),
        EventKind.UncaughtException => (ProgramOutcome.UncaughtException, string.Empty),
        _ => (ProgramOutcome.Completed, string.Empty),
    };
}
