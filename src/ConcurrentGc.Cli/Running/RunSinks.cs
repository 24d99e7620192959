using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Running;

/// <summary>Everything that listens to a run: the tables, trace lines, CSV and record file.</summary>
internal sealed class RunSinks : IDisposable
{
    private readonly OutputSettings _outputs;
    private readonly List<CollectionTable> _tables = [];
    private readonly List<ICycleWriter> _writers = [];
    private readonly List<OutputFile> _files = [];
    private readonly List<IDisposable> _closing = [];

    /// <summary>Prepares what needs no file.</summary>
    /// <param name="outputs">Where to.</param>
    /// <param name="isolates">How many there are.</param>
    /// <param name="trace">Takes trace lines.</param>
    /// <param name="completed">Told each collection after its lines are written.</param>
    public RunSinks(OutputSettings outputs, int isolates, TextWriter trace, Action<Cycle>? completed)
    {
        _outputs = outputs;
        for (var isolate = 0; isolate < isolates; isolate++)
        {
            var lines = Lines(outputs, trace);
            _tables.Add(new CollectionTable(row =>
            {
                lines?.Write(row);
                foreach (var writer in _writers)
                {
                    writer.Write(row);
                }

                completed?.Invoke(row);
            }));
        }
    }

    /// <summary>The collections of each isolate, by number.</summary>
    public IReadOnlyList<CollectionTable> Tables => _tables;

    /// <summary>A line for each file that is not complete; known once the files are closed.</summary>
    public IReadOnlyList<string> Problems => [.. _files.Select(file => file.Problem).OfType<string>()];

    /// <summary>Opens the files that the settings name.</summary>
    /// <returns>What takes the record of the run.</returns>
    /// <exception cref="UsageException">A file cannot be written; none is left open.</exception>
    public IRecordSink Open()
    {
        try
        {
            if (_outputs.GcCsv is { } csv)
            {
                var text = new StreamWriter(Open(Flags.GcCsv, csv));
                _closing.Add(text);
                _writers.Add(new TableCsvWriter(text, namesIsolates: _tables.Count > 1));
            }

            var tables = new RecordByIsolate(_tables);
            return _outputs.Record is { } record ? OpenRecord(record, tables) : tables;
        }
        catch (UsageException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Opens the file of the allocation trace; null: none is wanted.</summary>
    public Func<Stream>? OpenTrace => _outputs.RecordTrace is { } path ? () => Open(Flags.RecordTrace, path) : null;

    /// <summary>Completes and closes the files.</summary>
    public void Dispose()
    {
        foreach (var closing in _closing)
        {
            closing.Dispose();
        }

        _closing.Clear();
    }

    // Each isolate has its own: their running means are V8's, which keeps them by isolate.
    private static ICycleWriter? Lines(OutputSettings outputs, TextWriter trace) =>
        outputs.TraceGcNvp ? new TraceGcNvpWriter(trace)
        : outputs.TraceGc ? new TraceGcWriter(trace)
        : null;

    private RecordFanOut OpenRecord(string path, RecordByIsolate tables)
    {
        var stream = Open(Flags.Record, path);
        if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            var lines = new JsonLinesRecordSink(new StreamWriter(stream));
            _closing.Add(lines);
            return new RecordFanOut([lines, tables]);
        }

        var binary = new BinaryRecordSink(stream);
        _closing.Add(binary);
        return new RecordFanOut([binary, tables]);
    }

    private OutputFile Open(Flag flag, string path)
    {
        var file = OutputFile.Open(flag, path);
        _files.Add(file);
        return file;
    }
}
