namespace ConcurrentGc.Orinoco.Recording;

/// <summary>One entry of the run record. Holds no path, date, host or wall time.</summary>
/// <param name="Time">Virtual nanoseconds since the world began (wall nanoseconds on the threads host).</param>
/// <param name="Actor">The actor's number in its world.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Epoch">The cycle, from one; zero outside.</param>
/// <param name="Subject">See <see cref="EventKind"/>.</param>
/// <param name="Value">See <see cref="EventKind"/>.</param>
public readonly record struct RecordEntry(
    long Time, int Actor, EventKind Kind, long Epoch, long Subject, long Value)
{
    /// <summary>Zero-based isolate whose world it is; actors and cycles are counted in each one by itself.</summary>
    public int Isolate { get; init; }
}
