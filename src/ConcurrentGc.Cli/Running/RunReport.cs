using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;

namespace ConcurrentGc.Cli.Running;

/// <summary>All that is known of a run that ended; text and JSON are two views of it.</summary>
/// <param name="Settings">What it was told.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Rows">Its collections.</param>
/// <param name="Summary">What it came to.</param>
/// <param name="Comparison">Beside a real run; null when none was asked for.</param>
/// <param name="Problems">A line for each output file that is not complete.</param>
public sealed record RunReport(
    RunSettings Settings,
    Machine Machine,
    IReadOnlyList<Cycle> Rows,
    RunSummary Summary,
    TableComparison? Comparison,
    IReadOnlyList<string> Problems)
{
    /// <summary>The exit code of the process: that of the run, or of an output file when only that went wrong.</summary>
    public int ExitCode => Summary.Result.ExitCode == ExitCodes.Success && Problems.Count > 0
        ? ExitCodes.Usage
        : Summary.Result.ExitCode;

    /// <summary>The lines of ours that standard error shows beside the program's: why the run or a file is not complete.</summary>
    public IEnumerable<string> Complaints()
    {
        var text = Summary.Result.ErrorText.TrimEnd('\n');
        return text.Length > 0 ? Problems.Prepend(text) : Problems;
    }
}
