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
        using var captured = settings.Outputs.Json ? new StringWriter() : null;

        var report = Execute(settings, machine, reference, captured);
        Print(report, captured?.ToString());
        return report.Summary.Result.ExitCode;
    }

    private RunReport Execute(
        RunSettings settings, Machine machine, IReadOnlyList<TableRow>? reference, StringWriter? captured)
    {
        using var progress = ProgressDisplay.Begin(surroundings, settings);
        var output = captured ?? progress?.ProgramOutput ?? surroundings.Output;
        using var sinks = new RunSinks(settings.Outputs, output, progress is null ? null : progress.Show);
        var clock = Stopwatch.StartNew();
        var result = RunEngine(settings, machine, sinks, output);
        var summary = RunSummary.Of(sinks.Table.Rows, result, (long)clock.Elapsed.TotalNanoseconds);
        var comparison = reference is null
            ? null
            : TableComparison.Of([.. sinks.Table.Rows.Select(TableRow.From)], reference);
        return new RunReport(settings, machine, sinks.Table.Rows, summary, comparison);
    }

    private RunResult RunEngine(RunSettings settings, Machine machine, RunSinks sinks, TextWriter output)
    {
        try
        {
            return surroundings.CreateEngine().Run(
                settings, machine, sinks.Sink, output, surroundings.Cancellation);
        }
        catch (OperationCanceledException)
        {
            return Stopped(ProgramOutcome.Interrupted, "interrupted", sinks.Table);
        }
#pragma warning disable CA1031 // Whatever fails inside a run is an outcome: what was computed so far is still shown.
        catch (Exception problem) when (problem is not IOException)
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

    private void Print(RunReport report, string? captured)
    {
        var result = report.Summary.Result;
        var isRefused = result.Outcome == ProgramOutcome.Unsupported;
        if (captured is not null)
        {
            JsonRenderer.Write(report, captured, surroundings.Output);
        }
        else if (report.Comparison is { } comparison && !isRefused)
        {
            ComparisonRenderer.Write(comparison, surroundings.Output);
        }

        surroundings.Output.Flush();
        if (result.ErrorText.Length > 0)
        {
            surroundings.Error.Write(ErrorText(result));
        }

        if (captured is null && !isRefused)
        {
            SummaryRenderer.Write(report, surroundings);
        }
    }

    // A JavaScript trace is shown as Node shows it; everything else is a line of ours.
    private static string ErrorText(RunResult result)
    {
        var text = result.ErrorText.TrimEnd('\n');
        return result.Outcome is ProgramOutcome.UncaughtException or ProgramOutcome.Completed
            ? $"{text}\n"
            : $"orinoco: {text}\n";
    }
}
