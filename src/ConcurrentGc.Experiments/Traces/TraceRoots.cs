using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Experiments.Traces;

/// <summary>A range of roots with room for as many as a trace may have; memory is committed when it is touched.</summary>
internal struct TraceRoots
{
    private long _start;
    private int _range;

    /// <summary>Words in use.</summary>
    public long Count { get; private set; }

    /// <summary>Takes the range.</summary>
    /// <param name="heap">The heap.</param>
    public void SetUp(SharedHeap heap)
    {
        _start = heap.Side.Take(TraceFormat.MostRoots);
        _range = heap.Roots.Add(_start, 0);
    }

    /// <summary>A word.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="index">From zero.</param>
    public readonly ref long At(SharedHeap heap, long index) => ref heap.Owned(_start + (index * 8));

    /// <summary>Makes it longer, by words that are zero, or shorter.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="count">Words in use then.</param>
    public void Resize(SharedHeap heap, long count)
    {
        for (var index = Count; index < count; index++)
        {
            At(heap, index) = Tagged.Zero;
        }

        Count = count;
        heap.Roots.SetWords(_range, count);
    }

    /// <summary>Adds a word.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="word">A tagged word.</param>
    public void Push(SharedHeap heap, long word)
    {
        At(heap, Count++) = word;
        heap.Roots.SetWords(_range, Count);
    }
}
