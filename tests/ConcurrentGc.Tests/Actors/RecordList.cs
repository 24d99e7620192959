using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Actors;

/// <summary>A sink that keeps everything, and may act on how much it has.</summary>
/// <param name="appended">Hears of the count after each entry.</param>
internal sealed class RecordList(Action<int>? appended = null) : IRecordSink
{
    public List<RecordEntry> Entries { get; } = [];

    public void Append(in RecordEntry entry)
    {
        Entries.Add(entry);
        appended?.Invoke(Entries.Count);
    }

    /// <summary>Begin and end of each stretch of work of an actor.</summary>
    public IEnumerable<(long Begin, long End)> Stretches(int actor)
    {
        var own = Entries.Where(entry => entry.Actor == actor).ToList();
        var begins = own.Where(entry => entry.Kind == EventKind.PhaseBegin);
        return begins.Zip(own.Where(entry => entry.Kind == EventKind.PhaseEnd), (begin, end) => (begin.Time, end.Time));
    }
}
