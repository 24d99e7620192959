using ConcurrentGc.Orinoco.Footprint;

namespace ConcurrentGc.Experiments.Running;

/// <summary>What an engine says about a run that ended, in whatever way.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="ProgramExitCode">The program's own code, 0 to 255; read only when it completed.</param>
/// <param name="ErrorText">
/// Why it did not complete: the lines of a refusal, the reason of a failure. Empty when it completed and after an
/// uncaught exception, whose trace the program's standard error has.
/// </param>
/// <param name="Spaces">The heap at the end, in V8's order of spaces.</param>
/// <param name="VirtualNanoseconds">Time until this isolate came to rest on the machine's clock (wall clock on real threads).</param>
/// <param name="Counts">What the run did.</param>
public sealed record RunResult(
    ProgramOutcome Outcome,
    int ProgramExitCode,
    string ErrorText,
    IReadOnlyList<HeapSpaceStatistics> Spaces,
    long VirtualNanoseconds,
    RunCounts Counts)
{
    /// <summary>The process's address space at the end; empty: nobody asked.</summary>
    public IReadOnlyList<Mapping> AddressSpace { get; init; } = [];

    /// <summary>
    /// What is said about further isolates, by number from one. A failure or interruption of the whole run is told once, here
    /// at the first isolate; empty too when the run was refused.
    /// </summary>
    public IReadOnlyList<RunResult> Neighbors { get; init; } = [];

    /// <summary>The exit code of this isolate: the program's own, or the one that stands for the outcome.</summary>
    public int ExitCode => Outcome switch
    {
        ProgramOutcome.Completed => ProgramExitCode,
        ProgramOutcome.UncaughtException => ExitCodes.UncaughtException,
        ProgramOutcome.OutOfMemory => ExitCodes.OutOfMemory,
        ProgramOutcome.Unsupported => ExitCodes.Usage,
        ProgramOutcome.Interrupted => ExitCodes.Interrupted,
        _ => ExitCodes.Failed,
    };
}
