using ConcurrentGc.Experiments.Programs;
using ConcurrentGc.Heap;

namespace ConcurrentGc.Experiments.Workloads;

/// <summary>The places of objects in the order of their deaths: a binary heap of two words an entry, time and place.</summary>
internal struct DeathQueue
{
    private GrowingWords _words;
    private long _count;

    /// <summary>Whether somebody dies at a time or before.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="clock">The time.</param>
    public readonly bool IsDue(SharedHeap heap, long clock) => _count > 0 && TimeAt(heap, 0) <= clock;

    /// <summary>The place of the next one to die.</summary>
    /// <param name="heap">The heap.</param>
    public readonly long Next(SharedHeap heap) => PlaceAt(heap, 0);

    /// <summary>Adds an entry.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="time">When it dies.</param>
    /// <param name="place">Its place.</param>
    public void Add(SharedHeap heap, long time, long place)
    {
        _words.Reserve(heap, 2 * (_count + 1));
        var hole = _count++;
        while (hole > 0 && TimeAt(heap, (hole - 1) / 2) > time)
        {
            Put(heap, hole, TimeAt(heap, (hole - 1) / 2), PlaceAt(heap, (hole - 1) / 2));
            hole = (hole - 1) / 2;
        }

        Put(heap, hole, time, place);
    }

    /// <summary>Removes the next one to die.</summary>
    /// <param name="heap">The heap.</param>
    public void RemoveNext(SharedHeap heap)
    {
        _count--;
        var (time, place) = (TimeAt(heap, _count), PlaceAt(heap, _count));
        var hole = 0L;
        while (true)
        {
            var child = (2 * hole) + 1;
            if (child + 1 < _count && TimeAt(heap, child + 1) < TimeAt(heap, child))
            {
                child++;
            }

            if (child >= _count || TimeAt(heap, child) >= time)
            {
                break;
            }

            Put(heap, hole, TimeAt(heap, child), PlaceAt(heap, child));
            hole = child;
        }

        Put(heap, hole, time, place);
    }

    private readonly long TimeAt(SharedHeap heap, long index) => _words.At(heap, 2 * index);

    private readonly long PlaceAt(SharedHeap heap, long index) => _words.At(heap, (2 * index) + 1);

    private readonly void Put(SharedHeap heap, long index, long time, long place) =>
        (_words.At(heap, 2 * index), _words.At(heap, (2 * index) + 1)) = (time, place);
}
