using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Running;

/// <summary>Everything that listens to a run: the table, trace lines, CSV and record file.</summary>
internal sealed class RunSinks : IDisposable
{
    private readonly OutputSettings _outputs;
    private readonly List<ICycleWriter> _writers = [];
    private readonly List<OutputFile> _files = [];
    private readonly List<IDisposable> _closing = [];

    /// <summary>Prepares what needs no file.</summary>
    /// <param name="outputs">Where to.</param>
    /// <param name="trace">Takes trace lines.</param>
    /// <param name="completed">Told each collection after its lines are written.</param>
    public RunSinks(OutputSettings outputs, TextWriter trace, Action<Cycle>? completed)
    {
        _outputs = outputs;
        if (outputs.TraceGcNvp)
        {
            _writers.Add(new TraceGcNvpWriter(trace));
        }
        else if (outputs.TraceGc)
        {
            _writers.Add(new TraceGcWriter(trace));
        }

        Table = new CollectionTable(row =>
        {
            foreach (var writer in _writers)
            {
                writer.Write(row);
            }

            completed?.Invoke(row);
        });
    }

    /// <summary>The table of the run.</summary>
    public CollectionTable Table { get; }

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
                _writers.Add(new TableCsvWriter(text));
            }

            return _outputs.Record is { } record ? OpenRecord(record) : Table;
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

    private RecordFanOut OpenRecord(string path)
    {
        var stream = Open(Flags.Record, path);
        if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            var lines = new JsonLinesRecordSink(new StreamWriter(stream));
            _closing.Add(lines);
            return new RecordFanOut([lines, Table]);
        }

        var binary = new BinaryRecordSink(stream);
        _closing.Add(binary);
        return new RecordFanOut([binary, Table]);
    }

    private OutputFile Open(Flag flag, string path)
    {
        var file = OutputFile.Open(flag, path);
        _files.Add(file);
        return file;
    }
}
