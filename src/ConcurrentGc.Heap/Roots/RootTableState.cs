using System.Runtime.CompilerServices;

namespace ConcurrentGc.Heap.Roots;

/// <summary>Words of the root table: ranges of words that may hold pointers.</summary>
public struct RootTableState
{
    /// <summary>Ranges at most.</summary>
    public const int MaximumRanges = 16;

    /// <summary>Number of ranges.</summary>
    public long Count;

    /// <summary>One bit a range that is a stack.</summary>
    public long Stacks;

    /// <summary>Start and words of each range in turn.</summary>
    public RangeWords Ranges;

    /// <summary>Storage of the ranges.</summary>
    [InlineArray(2 * MaximumRanges)]
    public struct RangeWords
    {
        private long _first;
    }
}
