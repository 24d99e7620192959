using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Running;

/// <summary>
/// Where a run's record and the program's text go. Those of one isolate are used by one thread at a time, so that trace lines and
/// what the program prints keep their order.
/// </summary>
/// <param name="OpenRecord">
/// Gives what takes the record. Called once, when the program is accepted and before it begins: outputs of a run before
/// are not lost to a program that is refused. What it throws passes through the engine.
/// </param>
/// <param name="ProgramOutput">Takes the program's standard output, as it prints it.</param>
/// <param name="ProgramError">Takes its standard error: what it prints there, and the trace of what it does not catch.</param>
/// <param name="OpenTrace">Gives what takes the program's allocation trace, after <paramref name="OpenRecord"/>; null: nobody does.</param>
public sealed record RunPorts(
    Func<IRecordSink> OpenRecord, TextWriter ProgramOutput, TextWriter ProgramError, Func<Stream>? OpenTrace = null)
{
    /// <summary>
    /// Standard output and error of the programs of further isolates, by number from one. On threads, several are used at once.
    /// </summary>
    public IReadOnlyList<(TextWriter Output, TextWriter Error)> Neighbors { get; init; } = [];
}
