using ConcurrentGc.Cli.Running;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;
using Spectre.Console;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>Prints the summary of a run to standard error, so that standard output is what Node would print.</summary>
internal static class SummaryRenderer
{
    private const int PipeWidth = 120;

    /// <summary>Prints it.</summary>
    /// <param name="report">The run.</param>
    /// <param name="surroundings">Where to.</param>
    public static void Write(RunReport report, Surroundings surroundings)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(surroundings.Error),
            Ansi = surroundings.ErrorIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = surroundings.ErrorIsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!surroundings.ErrorIsTerminal)
        {
            console.Profile.Width = PipeWidth;
        }

        var summary = report.Summary;
        WriteHead(console, report);
        if (summary.Kinds.Count > 0)
        {
            console.Write(Pauses(summary));
            console.Write(Phases(summary));
        }

        if (summary.Result.Spaces.Count > 0)
        {
            console.Write(Spaces(summary.Result.Spaces));
        }

        if (summary.Longest.Count > 0 && report.Settings.Outputs is { TraceGc: false, TraceGcNvp: false })
        {
            WriteLongest(console, report, surroundings.Error);
        }
    }

    private static void WriteHead(IAnsiConsole console, RunReport report)
    {
        var summary = report.Summary;
        var isVirtual = report.Settings.Runtime == RuntimeHost.Virtual;
        var length = summary.Result.VirtualNanoseconds;
        console.WriteLine();
        console.WriteLine(
            $"{report.Settings.ProgramName}: {OutcomeWords.Key(summary.Result.Outcome)}, exit code " +
            $"{summary.Result.ExitCode}" + (isVirtual ? $", on machine {report.Machine.Name}" : ", on real threads"));
        console.WriteLine(
            $"{(isVirtual ? "virtual time" : "time")} {Units.Seconds(length)}: program " +
            $"{Units.Seconds(summary.MutatorNanoseconds)} ({Units.Percent(summary.MutatorNanoseconds, length)}), pauses " +
            $"{Units.Seconds(summary.All.Total)} ({Units.Percent(summary.All.Total, length)}); wall time " +
            Units.Seconds(summary.WallNanoseconds));
        console.WriteLine(
            $"allocated {Units.Megabytes(summary.Allocated)} MB, copied " +
            $"{Units.Megabytes(summary.Kinds.Sum(kind => kind.Copied))} MB, promoted " +
            $"{Units.Megabytes(summary.Kinds.Sum(kind => kind.Promoted))} MB, largest heap " +
            $"{Units.Megabytes(summary.Peak)} MB");
        console.WriteLine();
    }

    private static Table Pauses(RunSummary summary)
    {
        var table = Columns("Pauses, ms", "count", "total", "p50", "p95", "p99", "max", "copied MB", "promoted MB", "freed MB");
        foreach (var kind in summary.Kinds)
        {
            var pauses = kind.Pauses;
            table.AddRow(
                V8Words.Name(kind.Kind),
                Units.Count(pauses.Count),
                Units.Milliseconds(pauses.Total),
                Units.Milliseconds(pauses.Median),
                Units.Milliseconds(pauses.P95),
                Units.Milliseconds(pauses.P99),
                Units.Milliseconds(pauses.Longest),
                Units.Megabytes(kind.Copied),
                Units.Megabytes(kind.Promoted),
                Units.Megabytes(kind.Freed));
        }

        return table;
    }

    private static Table Phases(RunSummary summary)
    {
        var table = Columns("Where the time went", "main ms", "of its pauses", "helpers ms");
        foreach (var share in summary.Phases)
        {
            var total = summary.Kinds.First(kind => kind.Kind == share.Kind).Pauses.Total;
            table.AddRow(
                PhaseWords.Name(share.Kind, share.Phase),
                Units.Milliseconds(share.Nanoseconds),
                Units.Percent(share.Nanoseconds, total),
                Units.Milliseconds(share.BackgroundNanoseconds));
        }

        return table;
    }

    private static Table Spaces(IReadOnlyList<HeapSpaceStatistics> spaces)
    {
        var table = Columns(
            "Heap at the end, bytes", "space_size", "space_used_size", "space_available_size", "physical_space_size");
        foreach (var space in spaces)
        {
            table.AddRow(
                space.SpaceName,
                Units.Count(space.SpaceSize),
                Units.Count(space.SpaceUsedSize),
                Units.Count(space.SpaceAvailableSize),
                Units.Count(space.PhysicalSpaceSize));
        }

        return table;
    }

    private static Table Columns(string title, params string[] names)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(Markup.Escape(title)) { NoWrap = true });
        foreach (var name in names)
        {
            table.AddColumn(new TableColumn(Markup.Escape(name)) { Alignment = Justify.Right, NoWrap = true });
        }

        return table;
    }

    private static void WriteLongest(IAnsiConsole console, RunReport report, TextWriter error)
    {
        console.WriteLine(" The longest pauses, as V8 traces them");
        using var lines = new StringWriter();
        var trace = new TraceGcWriter(lines);
        foreach (var row in report.Rows)
        {
            lines.GetStringBuilder().Clear();
            trace.Write(row);
            if (report.Summary.Longest.Contains(row))
            {
                // Past the console, which would break long lines.
                error.Write($" {lines}");
            }
        }
    }
}
