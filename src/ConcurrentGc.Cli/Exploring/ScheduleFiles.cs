using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Running;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Files that a schedule is written to: a run record, and a log for ShiViz. Opened before the search begins.</summary>
internal sealed class ScheduleFiles : IDisposable
{
    private const string LinesEnding = ".jsonl";
    private readonly OutputFile? _record;
    private readonly OutputFile? _log;
    private readonly bool _isLines;

    /// <summary>Opens those that a line names.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="UsageException">One cannot be written.</exception>
    public ScheduleFiles(ParsedLine line)
    {
        var record = line.Text(Flags.Record);
        _isLines = record?.EndsWith(LinesEnding, StringComparison.OrdinalIgnoreCase) ?? false;
        _record = record is null ? null : OutputFile.Open(Flags.Record, record);
        try
        {
            _log = line.Text(ExploreFlags.ShiViz) is { } log ? OutputFile.Open(ExploreFlags.ShiViz, log) : null;
        }
        catch (UsageException)
        {
            _record?.Dispose();
            throw;
        }
    }

    /// <summary>The flags that it takes.</summary>
    public static IReadOnlyList<Flag> Allowed { get; } = [Flags.Record, ExploreFlags.ShiViz];

    /// <summary>Writes a schedule.</summary>
    /// <param name="report">Has it; without one the files say that there is none.</param>
    /// <returns>What is wrong with the files, a line each.</returns>
    public IReadOnlyList<string> Write(RaceReport report)
    {
        if (_record is not null)
        {
            WriteRecord(_record, report.Events);
        }

        if (_log is not null)
        {
            using var text = new StreamWriter(_log, leaveOpen: true);
            ShiVizLog.Write(report.Actors, report.Posted, report.Steps, text);
        }

        var problems = new[] { _record?.Problem, _log?.Problem }.OfType<string>().ToList();
        return report.Steps.Count == 0 && (_record ?? _log) is not null ? [.. problems, "there is no schedule to write: the files are empty"] : problems;
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _record?.Dispose();
        _log?.Dispose();
    }

    private void WriteRecord(OutputFile file, IReadOnlyList<RecordEntry> events)
    {
        if (_isLines)
        {
            using var lines = new JsonLinesRecordSink(new StreamWriter(file, leaveOpen: true));
            Append(lines, events);
            return;
        }

        using var binary = new BinaryRecordSink(file);
        Append(binary, events);
    }

    private static void Append<TSink>(TSink sink, IReadOnlyList<RecordEntry> events) where TSink : IRecordSink
    {
        foreach (var entry in events)
        {
            sink.Append(in entry);
        }
    }
}
