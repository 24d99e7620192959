using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Recording;

/// <summary>Hands every entry to the sink of its isolate.</summary>
/// <param name="sinks">One for each isolate, by number; not owned.</param>
public sealed class RecordByIsolate(IReadOnlyList<IRecordSink> sinks) : IRecordSink
{
    /// <inheritdoc/>
    public void Append(in RecordEntry entry) => sinks[entry.Isolate].Append(entry);
}
