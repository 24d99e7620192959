using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli;

/// <summary>What the command is given from outside: where it prints, whether somebody watches, and what runs programs.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="OutputIsTerminal">Whether standard output is a terminal.</param>
/// <param name="ErrorIsTerminal">Whether standard error is a terminal: then progress is shown there.</param>
/// <param name="CreateEngine">Makes the engine; called only when a program runs, so that help stays quick.</param>
/// <param name="Cancellation">Set by Ctrl-C.</param>
public sealed record Surroundings(
    TextWriter Output,
    TextWriter Error,
    bool OutputIsTerminal,
    bool ErrorIsTerminal,
    Func<IRunEngine> CreateEngine,
    CancellationToken Cancellation);
