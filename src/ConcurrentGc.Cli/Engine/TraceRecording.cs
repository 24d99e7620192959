using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Traces;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Cli.Engine;

/// <summary>The recording of a run's allocation trace, from the loaded program to the last line.</summary>
internal sealed class TraceRecording : IDisposable
{
    private readonly TraceWriter _writer;

    private TraceRecording(TraceWriter writer, TraceRecorder recorder) => (_writer, Recorder) = (writer, recorder);

    /// <summary>What looks at the heap.</summary>
    public TraceRecorder Recorder { get; }

    /// <summary>Begins, when a trace is wanted and the heap has nothing but the program's own objects.</summary>
    /// <param name="ports">Where the trace goes.</param>
    /// <param name="heap">The heap.</param>
    /// <param name="tables">Where the recorder is kept.</param>
    /// <param name="machine">Its prices turn time into instructions.</param>
    /// <param name="program">The program; then the one that is recorded.</param>
    /// <returns>Null: no trace is wanted.</returns>
    public static TraceRecording? Begin(
        RunPorts ports, SharedHeap heap, WorldTables tables, Machine machine, ref ILoadedProgram program)
    {
        if (ports.OpenTrace is not { } open)
        {
            return null;
        }

        var writer = new TraceWriter(open());
        var recorder = new TraceRecorder(heap, writer, machine.Prices);
        recorder.Begin(program.LiteralBytes);
        program = program.Recorded(tables.Add(recorder));
        return new TraceRecording(writer, recorder);
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
