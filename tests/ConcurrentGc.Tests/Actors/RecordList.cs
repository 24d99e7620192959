using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Actors;

/// <summary>A sink that keeps everything.</summary>
internal sealed class RecordList : IRecordSink
{
    public List<RecordEntry> Entries { get; } = [];

    public void Append(in RecordEntry entry) => Entries.Add(entry);
}
