using System.Diagnostics;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;

namespace ConcurrentGc.Cli.Running;

/// <summary>What <c>orinoco run</c> does: reads the files, runs the program, prints what came out.</summary>
/// <param name="surroundings">Where it prints and what runs programs.</param>
public sealed class RunCommand(Surroundings surroundings)
{
    /// <summary>Runs a program.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="Experiments.InvalidInputException">The machine file or the table to compare with cannot be used.</exception>
    /// <exception cref="Parsing.UsageException">An output file cannot be written.</exception>
    public int Run(RunSettings settings)
    {
        var machine = MachineFile.Read(settings.MachinePath);
        var reference = settings.Outputs.CompareNode is { } path ? TableFile.Read(path) : null;
        using var output = settings.Outputs.Json ? new StringWriter() : null;
        using var error = settings.Outputs.Json ? new TeeWriter(surroundings.Error) : null;

        var report = Execute(settings, machine, reference, output, error);
        if (output is not null)
        {
            JsonRenderer.Write(report, output.ToString(), error!.ToString(), surroundings.Output);
        }

        Print(report);
        return report.ExitCode;
    }

    private RunReport Execute(
        RunSettings settings,
        Machine machine,
        IReadOnlyList<TableRow>? reference,
        StringWriter? capturedOutput,
        TeeWriter? capturedError)
    {
        using var progress = ProgressDisplay.Begin(surroundings, settings);
        var output = capturedOutput ?? progress?.ProgramOutput ?? surroundings.Output;
        var error = capturedError ?? progress?.ProgramError ?? surroundings.Error;
        using var sinks = new RunSinks(settings.Outputs, output, progress is null ? null : progress.Show);
        var clock = Stopwatch.StartNew();
        var result = RunEngine(settings, machine, sinks, new RunPorts(sinks.Open, output, error, sinks.OpenTrace));
        var summary = RunSummary.Of(sinks.Table.Rows, result, (long)clock.Elapsed.TotalNanoseconds);
        sinks.Dispose();
        var comparison = reference is null
            ? null
            : TableComparison.Of([.. sinks.Table.Rows.Select(TableRow.From)], reference);
        return new RunReport(settings, machine, sinks.Table.Rows, summary, comparison, sinks.Problems);
    }

    private RunResult RunEngine(RunSettings settings, Machine machine, RunSinks sinks, RunPorts ports)
    {
        try
        {
            return surroundings.CreateEngine().Run(settings, machine, ports, surroundings.Cancellation);
        }
        catch (OperationCanceledException)
        {
            return Stopped(ProgramOutcome.Interrupted, "interrupted", sinks.Table);
        }
#pragma warning disable CA1031 // Whatever fails inside a run is an outcome: what was computed so far is still shown.
        catch (Exception problem) when (problem is not (IOException or Parsing.UsageException or Experiments.InvalidInputException))
#pragma warning restore CA1031
        {
            var text = settings.Outputs.LogLevel == LogVolume.Off
                ? $"{problem.GetType().Name}: {problem.Message}".ReplaceLineEndings(" ")
                : problem.ToString();
            return Stopped(ProgramOutcome.Failed, text, sinks.Table);
        }
    }

    private static RunResult Stopped(ProgramOutcome outcome, string text, CollectionTable table) =>
        new(outcome, 0, text, [], table.LastTime, new RunCounts());

    private void Print(RunReport report)
    {
        // A program that was refused before it began has nothing to show.
        var isText = !report.Settings.Outputs.Json
            && (report.Summary.Result.Outcome != ProgramOutcome.Unsupported || report.Summary.Result.VirtualNanoseconds > 0);
        if (isText && report.Comparison is { } comparison)
        {
            ComparisonRenderer.Write(comparison, surroundings.Output);
        }

        surroundings.Output.Flush();
        foreach (var complaint in report.Complaints())
        {
            surroundings.Error.Write($"orinoco: {complaint}\n");
        }

        if (isText)
        {
            SummaryRenderer.Write(report, surroundings);
        }
    }
}
