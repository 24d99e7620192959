using ConcurrentGc.Cli.Running;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>
/// Prints the summary of a run to standard error, so that standard output is what Node would print. All but V8's own
/// trace lines fits into 80 columns.
/// </summary>
internal static class SummaryRenderer
{
    /// <summary>Prints it.</summary>
    /// <param name="reports">The run.</param>
    /// <param name="surroundings">Where to.</param>
    public static void Write(RunReports reports, Surroundings surroundings)
    {
        for (var isolate = 0; isolate < reports.Isolates.Count; isolate++)
        {
            Write(reports, isolate, surroundings.Error);
        }

        if (reports.AreSeveral)
        {
            NeighborRenderer.Write(reports, surroundings.Error);
        }
    }

    private static void Write(RunReports reports, int isolate, TextWriter output)
    {
        var report = reports.Isolates[isolate];
        var summary = report.Summary;
        var (name, code) = reports.AreSeveral
            ? ($"isolate {isolate}, {report.Settings.ProgramName}", summary.Result.ExitCode)
            : (report.Settings.ProgramName, reports.ExitCode);
        WriteHead(output, report, name, code);
        if (summary.Kinds.Count > 0)
        {
            Pauses(summary).Write(output);
            Bytes(summary).Write(output);
            Phases(summary, report.Settings.Runtime).Write(output);
        }

        if (summary.Kinds.Any(kind => kind.StoreBuffer is not null))
        {
            StoreBuffer(summary).Write(output);
        }

        if (summary.Result.Spaces.Count > 0)
        {
            Spaces(summary.Result.Spaces).Write(output);
        }

        if (summary.Longest.Count > 0 && report.Settings.Outputs is { TraceGc: false, TraceGcNvp: false })
        {
            WriteLongest(output, report);
        }
    }

    private static void WriteHead(TextWriter output, RunReport report, string name, int code)
    {
        var summary = report.Summary;
        var isVirtual = report.Settings.Runtime == RuntimeHost.Virtual;
        var length = summary.Result.VirtualNanoseconds;
        output.Write(
            $"\n{name}: {OutcomeWords.Key(summary.Result.Outcome)}, exit code {code}" +
            (isVirtual ? $", on machine {report.Machine.Name}\n" : ", on real threads\n"));
        output.Write(
            $"{(isVirtual ? "virtual time" : "time")} {Units.Duration(length)}: program " +
            $"{Units.Duration(summary.MutatorNanoseconds)} ({Units.Percent(summary.MutatorNanoseconds, length)}), pauses " +
            $"{Units.Duration(summary.All.Total)} ({Units.Percent(summary.All.Total, length)})\n");
        if (summary.BesideNanoseconds is > 0 and var beside)
        {
            output.Write($"of the time beside pauses the collector took {Units.Duration(beside)} on the main thread\n");
        }

        if (summary.Result.Counts.IdleNanoseconds is > 0 and var idle)
        {
            output.Write($"asleep until the next timer or frame {Units.Duration(idle)} ({Units.Percent(idle, length)})\n");
        }

        if (summary.Result.Counts.Frames is { Ended: > 0 } frames)
        {
            WriteFrames(output, frames);
        }

        output.Write(
            $"allocated {Units.Megabytes(summary.Allocated)} MB, largest heap {Units.Megabytes(summary.Peak)} MB; wall time " +
            $"{Units.Duration(summary.WallNanoseconds)}\n\n");
    }

    private static void WriteFrames(TextWriter output, FrameCounts frames)
    {
        output.Write(
            $"frames {Units.Count(frames.Ended)}, dropped {Units.Count(frames.Dropped)}, longest {Units.Duration(frames.Longest)}; " +
            $"collector in idle time {Units.Duration(frames.IdleWork)}, past its end {Units.Duration(frames.LateWork)}\n");
    }

    private static TextTable Pauses(RunSummary summary)
    {
        var table = PauseTable.Create();
        foreach (var kind in summary.Kinds)
        {
            PauseTable.Add(table, V8Words.Name(kind.Kind), kind.Pauses);
        }

        return table;
    }

    private static TextTable Bytes(RunSummary summary)
    {
        var table = new TextTable("What it moved, MB", "copied", "promoted", "freed");
        foreach (var kind in summary.Kinds)
        {
            table.Add(
                V8Words.Name(kind.Kind),
                Units.Megabytes(kind.Copied),
                Units.Megabytes(kind.Promoted),
                Units.Megabytes(kind.Freed));
        }

        return table;
    }

    private static TextTable StoreBuffer(RunSummary summary)
    {
        var table = new TextTable("The store buffer", "inserted", "duplicate", "visited", "exempted", "scanned pages");
        foreach (var kind in summary.Kinds)
        {
            if (kind.StoreBuffer is { } sums)
            {
                table.Add(
                    V8Words.Name(kind.Kind),
                    Units.Count(sums.Inserts),
                    Units.Count(sums.Duplicates),
                    Units.Count(sums.Entries),
                    Units.Count(sums.Exemptions),
                    Units.Count(sums.ScannedPages));
            }
        }

        return table;
    }

    // Threads are not asked how long they were on a core.
    private static TextTable Phases(RunSummary summary, RuntimeHost host)
    {
        var helpers = host == RuntimeHost.Virtual ? "helper CPU" : "helper time";
        var table = new TextTable("Where the time went, ms", "main", "of its pauses", helpers);
        foreach (var share in summary.Phases)
        {
            var total = summary.Kinds.First(kind => kind.Kind == share.Kind).Pauses.Total;
            table.Add(
                PhaseWords.Name(share.Kind, share.Phase),
                Units.Milliseconds(share.Nanoseconds),
                share.IsInPause ? Units.Percent(share.Nanoseconds, total) : "beside",
                Units.Milliseconds(share.BackgroundNanoseconds));
        }

        return table;
    }

    // The columns of v8.getHeapSpaceStatistics() without what all their names share; --json has the whole names.
    private static TextTable Spaces(IReadOnlyList<HeapSpaceStatistics> spaces)
    {
        var table = new TextTable("Heap at the end, bytes", "size", "used", "available", "physical");
        foreach (var space in spaces)
        {
            table.Add(
                space.SpaceName,
                Units.Count(space.SpaceSize),
                Units.Count(space.SpaceUsedSize),
                Units.Count(space.SpaceAvailableSize),
                Units.Count(space.PhysicalSpaceSize));
        }

        return table;
    }

    private static void WriteLongest(TextWriter output, RunReport report)
    {
        output.Write("  The longest pauses, as V8 traces them\n");
        using var lines = new StringWriter();
        var trace = new TraceGcWriter(lines);
        foreach (var row in report.Rows)
        {
            lines.GetStringBuilder().Clear();
            trace.Write(row);
            if (report.Summary.Longest.Contains(row))
            {
                output.Write($"  {lines.ToString().TrimEnd()}\n");
            }
        }
    }
}
