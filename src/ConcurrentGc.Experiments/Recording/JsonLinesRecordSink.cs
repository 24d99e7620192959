using System.Globalization;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Recording;

/// <summary>Writes a run record as JSON lines: one object an entry, kinds and subjects by name.</summary>
/// <param name="output">Takes the lines; owned by this sink.</param>
public sealed class JsonLinesRecordSink(TextWriter output) : IRecordSink, IDisposable
{
    /// <inheritdoc/>
    public void Append(in RecordEntry entry) => output.Write(string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"time\":{entry.Time},\"isolate\":{entry.Isolate},\"actor\":{entry.Actor},\"kind\":\"{entry.Kind}\",\"epoch\":{entry.Epoch}," +
        $"\"subject\":{Subject(entry)},\"value\":{entry.Value}}}\n"));

    /// <summary>Closes the output.</summary>
    public void Dispose() => output.Dispose();

    private static string Subject(in RecordEntry entry) => entry.Kind switch
    {
        EventKind.CycleBegin or EventKind.CycleEnd => $"\"{(CycleKind)entry.Subject}\"",
        EventKind.PhaseBegin or EventKind.PhaseEnd => $"\"{(CollectionPhase)entry.Subject}\"",
        EventKind.Statistic => $"\"{(Statistic)entry.Subject}\"",
        _ => entry.Subject.ToString(CultureInfo.InvariantCulture),
    };
}
