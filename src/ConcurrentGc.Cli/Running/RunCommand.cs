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
        var reports = Execute(settings, machine, reference);
        if (settings.Outputs.Json)
        {
            JsonRenderer.Write(reports, surroundings.Output);
        }

        Print(reports);
        return reports.ExitCode;
    }

    private RunReports Execute(RunSettings settings, Machine machine, IReadOnlyList<TableRow>? reference)
    {
        using var progress = ProgressDisplay.Begin(surroundings, settings);
        using var texts = new RunTexts(settings, surroundings, progress);
        IReadOnlyList<RunSettings> isolates = [settings, .. settings.Neighbors];
        using var sinks = new RunSinks(settings.Outputs, isolates.Count, texts.Trace, progress is null ? null : progress.Show);
        var clock = Stopwatch.StartNew();
        var result = RunEngine(settings, machine, sinks, new RunPorts(sinks.Open, texts.Output(0), texts.Error(0), sinks.OpenTrace)
        {
            Neighbors = texts.Neighbors,
        });
        var wall = (long)clock.Elapsed.TotalNanoseconds;
        sinks.Dispose();
        var reports = new List<RunReport>();
        foreach (var (own, (table, each)) in isolates.Zip(sinks.Tables.Zip([result, .. result.Neighbors])))
        {
            var comparison = reference is null ? null : TableComparison.Of([.. table.Rows.Select(TableRow.From)], reference);
            reports.Add(new RunReport(own, machine, table.Rows, RunSummary.Of(table.Rows, each, wall), comparison)
            {
                ProgramOutput = texts.KeptOutput(reports.Count),
                ProgramError = texts.KeptError(reports.Count),
            });
        }

        return new RunReports(reports, sinks.Problems);
    }

    private RunResult RunEngine(RunSettings settings, Machine machine, RunSinks sinks, RunPorts ports)
    {
        try
        {
            return surroundings.CreateEngine().Run(settings, machine, ports, surroundings.Cancellation);
        }
        catch (OperationCanceledException)
        {
            return Stopped(ProgramOutcome.Interrupted, "interrupted", sinks.Tables);
        }
#pragma warning disable CA1031 // Whatever fails inside a run is an outcome: what was computed so far is still shown.
        catch (Exception problem) when (problem is not (IOException or Parsing.UsageException or Experiments.InvalidInputException))
#pragma warning restore CA1031
        {
            var text = settings.Outputs.LogLevel == LogVolume.Off
                ? $"{problem.GetType().Name}: {problem.Message}".ReplaceLineEndings(" ")
                : problem.ToString();
            return Stopped(ProgramOutcome.Failed, text, sinks.Tables);
        }
    }

    private static RunResult Stopped(ProgramOutcome outcome, string text, IReadOnlyList<CollectionTable> tables)
    {
        List<RunResult> results =
            [.. tables.Select(table => new RunResult(outcome, 0, string.Empty, [], table.LastTime, new RunCounts()))];
        return results[0] with { ErrorText = text, Neighbors = [.. results.Skip(1)] };
    }

    private void Print(RunReports reports)
    {
        var first = reports.Isolates[0];

        // A program that was refused before it began has nothing to show.
        var isText = !first.Settings.Outputs.Json
            && (first.Summary.Result.Outcome != ProgramOutcome.Unsupported || reports.Nanoseconds > 0);
        if (isText && first.Comparison is { } comparison)
        {
            ComparisonRenderer.Write(comparison, surroundings.Output);
        }

        surroundings.Output.Flush();
        foreach (var line in reports.Complaints().Concat(FlagEffects.Warnings(reports)).SelectMany(text => text.Split('\n')))
        {
            surroundings.Error.Write($"orinoco: {line}\n");
        }

        if (isText)
        {
            SummaryRenderer.Write(reports, surroundings);
        }
    }
}
