using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Footprint;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Engine;

/// <summary>
/// Prints the sizes of process and heap whenever a pause ends, and at the end. It reads the heap while the mutators still
/// stand. Not safe for use by several threads.
/// </summary>
/// <param name="output">Takes the text.</param>
/// <param name="process">Reads the process.</param>
/// <param name="heap">Reads the heap.</param>
internal sealed class MemoryUsageReport(
    TextWriter output, Func<ProcessFootprint> process, Func<IReadOnlyList<SpaceFootprint>> heap) : IRecordSink
{
    private readonly Dictionary<long, CycleKind> _kinds = []; // by epoch: cycles may overlap

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        if (entry.Kind == EventKind.CycleBegin)
        {
            _kinds[entry.Epoch] = (CycleKind)entry.Subject;
        }
        else if (entry.Kind == EventKind.PauseEnd)
        {
            Write(entry.Time, $"after {V8Words.Name(_kinds[entry.Epoch])} {Units.Count(entry.Epoch)}");
        }
    }

    /// <summary>Prints the sizes at the end.</summary>
    /// <param name="time">When that is.</param>
    public void WriteEnd(long time) => Write(time, "at the end");

    private void Write(long time, string moment)
    {
        var usage = process();
        output.Write(
            $"memory {moment}, at {Units.Milliseconds(time)} ms: rss {Units.Count(usage.Resident)}, heapTotal " +
            $"{Units.Count(usage.HeapTotal)}, heapUsed {Units.Count(usage.HeapUsed)}, external {Units.Count(usage.External)}, " +
            $"arrayBuffers {Units.Count(usage.ArrayBuffers)}\n");
        var table = new TextTable("space_name", "space_size", "space_used_size", "space_available_size", "physical_space_size");
        foreach (var space in heap())
        {
            if (space.Size > 0)
            {
                table.Add(
                    space.Name,
                    Units.Count(space.Size),
                    Units.Count(space.Used),
                    Units.Count(space.Available),
                    Units.Count(space.Physical));
            }
        }

        table.Write(output);
    }
}
