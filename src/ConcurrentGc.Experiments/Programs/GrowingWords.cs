using ConcurrentGc.Heap;

namespace ConcurrentGc.Experiments.Programs;

/// <summary>
/// A list of words in the side region that grows by moving to a place of twice the size. Owner: one program. Zeroed words
/// are an empty list.
/// </summary>
public struct GrowingWords
{
    private const long LeastWords = 512;

    private long _start;
    private long _capacity;

    /// <summary>Makes room for a number of words; those that are new are zero.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="words">How many there must be.</param>
    public void Reserve(SharedHeap heap, long words)
    {
        if (words <= _capacity)
        {
            return;
        }

        var capacity = Math.Max(LeastWords, Math.Max(words, 2 * _capacity));
        var start = heap.Side.Take(capacity);
        heap.CopyOwned(_start, start, _capacity * sizeof(long));
        (_start, _capacity) = (start, capacity);
    }

    /// <summary>A word.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="index">Below what was reserved.</param>
    public readonly ref long At(SharedHeap heap, long index) => ref heap.Owned(_start + (index * sizeof(long)));
}
