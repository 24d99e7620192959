using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;

namespace ConcurrentGc.Cli.Running;

/// <summary>All that is known of a run that ended: of one isolate, or of several beside each other.</summary>
/// <param name="Isolates">By number; at least one.</param>
/// <param name="Problems">A line for each output file that is not complete.</param>
public sealed record RunReports(IReadOnlyList<RunReport> Isolates, IReadOnlyList<string> Problems)
{
    /// <summary>Whether several isolates ran beside each other.</summary>
    public bool AreSeveral => Isolates.Count > 1;

    /// <summary>When the last isolate came to rest.</summary>
    public long Nanoseconds => Isolates.Max(report => report.Summary.Result.VirtualNanoseconds);

    /// <summary>What ended worst: the later outcome in the order of the enum, and the larger code among equal outcomes.</summary>
    public RunResult Worst =>
        Isolates.Select(report => report.Summary.Result).OrderBy(result => result.Outcome).ThenBy(result => result.ExitCode).Last();

    /// <summary>The exit code of the process: that of the worst isolate, or of an output file when only that went wrong.</summary>
    public int ExitCode => Worst.ExitCode == ExitCodes.Success && Problems.Count > 0 ? ExitCodes.Usage : Worst.ExitCode;

    /// <summary>The lines of ours that standard error shows beside the programs': why an isolate or a file is not complete.</summary>
    public IEnumerable<string> Complaints() => Isolates.Index()
        .Select(isolate => (isolate.Index, Text: isolate.Item.Summary.Result.ErrorText.TrimEnd('\n'), isolate.Item.Summary.Result.Outcome))
        .Where(isolate => isolate.Text.Length > 0)
        .Select(isolate => AreSeveral && IsOwn(isolate.Outcome) ? $"isolate {isolate.Index}: {isolate.Text}" : isolate.Text)
        .Concat(Problems);

    /// <summary>An isolate's pauses, parted by whether a neighbor collected meanwhile.</summary>
    /// <param name="isolate">From zero.</param>
    public IReadOnlyList<NeighborPauses> PausesOf(int isolate) => NeighborPauses.Of(
        Isolates[isolate].Rows, [.. Isolates.Where((_, number) => number != isolate).Select(report => report.Rows)]);

    private static bool IsOwn(ProgramOutcome outcome) => outcome is ProgramOutcome.OutOfMemory or ProgramOutcome.Unsupported;
}
