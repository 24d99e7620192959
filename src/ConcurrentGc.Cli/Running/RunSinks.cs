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
    private readonly List<ICycleWriter> _writers = [];
    private readonly List<IDisposable> _files = [];

    /// <summary>Opens the files that the settings name.</summary>
    /// <param name="outputs">Where to.</param>
    /// <param name="trace">Takes trace lines.</param>
    /// <param name="completed">Told each collection after its lines are written.</param>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    public RunSinks(OutputSettings outputs, TextWriter trace, Action<Cycle>? completed)
    {
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
        Sink = Table;
        try
        {
            OpenFiles(outputs);
        }
        catch (UsageException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The table of the run.</summary>
    public CollectionTable Table { get; }

    /// <summary>What the engine writes to.</summary>
    public IRecordSink Sink { get; private set; }

    /// <summary>Completes and closes the files.</summary>
    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Dispose();
        }

        _files.Clear();
    }

    private void OpenFiles(OutputSettings outputs)
    {
        if (outputs.GcCsv is { } csv)
        {
            var text = new StreamWriter(OutputFile.Open(Flags.GcCsv, csv));
            _files.Add(text);
            _writers.Add(new TableCsvWriter(text));
        }

        if (outputs.Record is not { } record)
        {
            return;
        }

        var stream = OutputFile.Open(Flags.Record, record);
        if (record.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            var lines = new JsonLinesRecordSink(new StreamWriter(stream));
            _files.Add(lines);
            Sink = new RecordFanOut([lines, Table]);
        }
        else
        {
            var binary = new BinaryRecordSink(stream);
            _files.Add(binary);
            Sink = new RecordFanOut([binary, Table]);
        }
    }
}
