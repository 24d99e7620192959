using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli.Running;

/// <summary>
/// Where the programs of a run print. One program prints as it would under Node; beside others, each of its lines begins
/// with the number of its isolate. With <c>--json</c> standard output is kept for the document, and standard error as well.
/// </summary>
internal sealed class RunTexts : IDisposable
{
    private readonly List<IsolateWriter> _writers = [];
    private readonly List<TextWriter> _outputs = [];
    private readonly List<TextWriter> _errors = [];
    private readonly bool _keeps;
    private readonly Lock _outputGate = new();
    private readonly Lock _errorGate = new();

    /// <summary>Prepares the texts of all isolates.</summary>
    /// <param name="settings">Tells how many, and whether a document is printed.</param>
    /// <param name="surroundings">Standard output and error.</param>
    /// <param name="progress">What shares the terminal with them; null: nothing.</param>
    public RunTexts(RunSettings settings, Surroundings surroundings, ProgressDisplay? progress)
    {
        _keeps = settings.Outputs.Json;
        var output = progress?.ProgramOutput ?? surroundings.Output;
        var error = (_keeps ? null : progress?.ProgramError) ?? surroundings.Error;
        var isolates = 1 + settings.Neighbors.Count;
        for (var isolate = 0; isolate < isolates; isolate++)
        {
            var prefix = isolates > 1 ? $"[{isolate}] " : null;
            _outputs.Add(_keeps ? new StringWriter() : Shared(output, _outputGate, prefix));
            var ownError = Shared(error, _errorGate, prefix);
            _errors.Add(_keeps ? new TeeWriter(ownError) : ownError);
        }

        Trace = _keeps ? _outputs[0] : Shared(output, _outputGate, isolates > 1 ? string.Empty : null);
    }

    /// <summary>Takes trace lines, which name their isolate themselves.</summary>
    public TextWriter Trace { get; }

    /// <summary>Standard output of an isolate.</summary>
    /// <param name="isolate">From zero.</param>
    public TextWriter Output(int isolate) => _outputs[isolate];

    /// <summary>Standard error of an isolate.</summary>
    /// <param name="isolate">From zero.</param>
    public TextWriter Error(int isolate) => _errors[isolate];

    /// <summary>What an isolate printed, if it is kept for a document.</summary>
    /// <param name="isolate">From zero.</param>
    public string KeptOutput(int isolate) => _keeps ? $"{_outputs[isolate]}" : string.Empty;

    /// <summary>What its standard error shows, if it is kept for a document.</summary>
    /// <param name="isolate">From zero.</param>
    public string KeptError(int isolate) => _keeps ? $"{_errors[isolate]}" : string.Empty;

    /// <summary>Standard output and error of the isolates from one on.</summary>
    public IReadOnlyList<(TextWriter Output, TextWriter Error)> Neighbors => [.. _outputs.Zip(_errors).Skip(1)];

    /// <summary>Prints what programs left without a line end, when there are several.</summary>
    public void Dispose() => _writers.ForEach(writer => writer.Dispose());

    private TextWriter Shared(TextWriter writer, Lock gate, string? prefix)
    {
        if (prefix is null)
        {
            return writer;
        }

        var shared = new IsolateWriter(writer, gate, prefix);
        _writers.Add(shared);
        return shared;
    }
}
