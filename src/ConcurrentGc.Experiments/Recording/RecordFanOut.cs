using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Recording;

/// <summary>Hands every entry to several sinks, in their order.</summary>
/// <param name="sinks">The sinks; not owned.</param>
public sealed class RecordFanOut(IReadOnlyList<IRecordSink> sinks) : IRecordSink
{
    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        foreach (var sink in sinks)
        {
            sink.Append(entry);
        }
    }
}
