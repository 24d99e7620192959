namespace ConcurrentGc.Heap.Roots;

/// <summary>
/// The roots: ranges of words in the side region, such as a mutator's stack, its globals and its handles. Each word of a
/// range is a tagged word; what is no pointer is skipped. Owner: the mutator of the isolate while it runs, the collector
/// while it stands.
/// </summary>
/// <param name="heap">The heap.</param>
public sealed class RootSet(SharedHeap heap)
{
    /// <summary>Number of ranges.</summary>
    public int Count => (int)heap.Control.Roots.Count;

    /// <summary>Adds a range.</summary>
    /// <param name="start">Byte offset of its first word.</param>
    /// <param name="words">Words in use at the start.</param>
    /// <param name="kind">Whether it is a stack.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="InvalidOperationException">There are too many.</exception>
    public int Add(long start, long words, RootKind kind = RootKind.Global)
    {
        ref var table = ref heap.Control.Roots;
        if (table.Count == RootTableState.MaximumRanges)
        {
            throw new InvalidOperationException($"More than {RootTableState.MaximumRanges} ranges of roots.");
        }

        var range = (int)table.Count++;
        table.Stacks |= kind == RootKind.Stack ? 1L << range : 0;
        table.Ranges[2 * range] = start;
        table.Ranges[(2 * range) + 1] = words;
        return range;
    }

    /// <summary>Whether a range is a stack.</summary>
    /// <param name="range">Its number.</param>
    public RootKind Kind(int range) => ((heap.Control.Roots.Stacks >> range) & 1) != 0 ? RootKind.Stack : RootKind.Global;

    /// <summary>Byte offset of the first word of a range.</summary>
    /// <param name="range">Its number.</param>
    public long Start(int range) => heap.Control.Roots.Ranges[2 * range];

    /// <summary>Words of a range that are in use.</summary>
    /// <param name="range">Its number.</param>
    public long Words(int range) => heap.Control.Roots.Ranges[(2 * range) + 1];

    /// <summary>Says how many words of a range are in use; a stack does so before each safepoint.</summary>
    /// <param name="range">Its number.</param>
    /// <param name="words">From zero.</param>
    public void SetWords(int range, long words) => heap.Control.Roots.Ranges[(2 * range) + 1] = words;
}
