using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;

namespace ConcurrentGc.Cli.Running;

/// <summary>All that is known of an isolate whose run ended; text and JSON are two views of it.</summary>
/// <param name="Settings">What it was told.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Rows">Its collections.</param>
/// <param name="Summary">What it came to.</param>
/// <param name="Comparison">Beside a real run; null when none was asked for.</param>
public sealed record RunReport(
    RunSettings Settings,
    Machine Machine,
    IReadOnlyList<Cycle> Rows,
    RunSummary Summary,
    TableComparison? Comparison)
{
    /// <summary>What the program printed; kept for the JSON document only.</summary>
    public string ProgramOutput { get; init; } = string.Empty;

    /// <summary>What its standard error shows; kept for the JSON document only.</summary>
    public string ProgramError { get; init; } = string.Empty;
}
