using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Actors.Shells;

/// <summary>
/// What one isolate has for itself in a host that may run several: heap, tables, and the numbers of its actors, which its
/// addresses and its record count from zero. Complete before the first message is sent.
/// </summary>
/// <param name="isolate">Number of the isolate, from zero.</param>
/// <param name="heap">The modeled heap.</param>
/// <param name="tables">The world's immutable tables.</param>
internal sealed class Place(int isolate, SharedHeap heap, WorldTables tables)
{
    private readonly List<int> _actors = [];
    private long _restTime;

    /// <summary>Number of the isolate, from zero.</summary>
    public int Isolate { get; } = isolate;

    /// <summary>The modeled heap.</summary>
    public SharedHeap Heap { get; } = heap;

    /// <summary>The world's immutable tables.</summary>
    public WorldTables Tables { get; } = tables;

    /// <summary>When the last of its actors had no work left: nanoseconds since the world began. From any thread.</summary>
    public long RestTime => Volatile.Read(ref _restTime);

    /// <summary>Adds an actor.</summary>
    /// <param name="actor">Its number in the host.</param>
    /// <returns>Its number in this world.</returns>
    public int Add(int actor)
    {
        _actors.Add(actor);
        return _actors.Count - 1;
    }

    /// <summary>The number in the host of an actor of this world.</summary>
    /// <param name="number">Its number in this world.</param>
    public int ActorOf(int number) => _actors[number];

    /// <summary>An actor has no work left. From any thread.</summary>
    /// <param name="time">When that is.</param>
    public void Rest(long time)
    {
        var known = RestTime;
        while (time > known)
        {
            var found = Interlocked.CompareExchange(ref _restTime, time, known);
            if (found == known)
            {
                return;
            }

            known = found;
        }
    }
}
