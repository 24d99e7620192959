using System.Numerics;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>One bit for each word of all pages that were ever handed out. Owner: the verifier.</summary>
/// <param name="heap">The heap.</param>
internal sealed class WordBits(SharedHeap heap)
{
    private readonly long _start = heap.Layout.PagesStart;
    private long[] _cells = [];
    private long _bytes;

    /// <summary>Clears all bits.</summary>
    public void Begin()
    {
        _bytes = heap.Control.PagesEverUsed << heap.Geometry.PageShift;
        var cells = (int)(_bytes >> 9);
        if (_cells.Length < cells)
        {
            _cells = new long[cells];
            return;
        }

        Array.Clear(_cells);
    }

    /// <summary>Sets the bit of a word.</summary>
    /// <param name="address">Of a word in a page.</param>
    public void Set(long address) => _cells[(address - _start) >> 9] |= 1L << (int)(address >> 3);

    /// <summary>Whether the bit of a word is set.</summary>
    /// <param name="address">Any number; false when it is no word of a page.</param>
    public bool Contains(long address)
    {
        var offset = (ulong)(address - _start);
        return offset < (ulong)_bytes && (address & 7) == 0
            && ((_cells[offset >> 9] >> (int)(address >> 3)) & 1) != 0;
    }

    /// <summary>The first set bit at or after an address.</summary>
    /// <param name="from">Of a word in a page.</param>
    /// <param name="end">End of the search, at most the end of the page.</param>
    /// <returns>Its address; <paramref name="end"/> when there is none.</returns>
    public long Next(long from, long end)
    {
        var at = from;
        while (at < end)
        {
            var rest = (ulong)_cells[(at - _start) >> 9] >> (int)((at >> 3) & 63);
            if (rest != 0)
            {
                return Math.Min(at + ((long)BitOperations.TrailingZeroCount(rest) << 3), end);
            }

            at = (at & -512L) + 512;
        }

        return end;
    }

    /// <summary>The last set bit at or before an address.</summary>
    /// <param name="from">Of a word in a page.</param>
    /// <param name="first">First byte of the search.</param>
    /// <returns>Its address; zero when there is none.</returns>
    public long Previous(long from, long first)
    {
        var at = from;
        while (at >= first)
        {
            var before = (ulong)_cells[(at - _start) >> 9] << (int)(63 - ((at >> 3) & 63));
            if (before != 0)
            {
                var found = at - ((long)BitOperations.LeadingZeroCount(before) << 3);
                return found >= first ? found : 0;
            }

            at = (at & -512L) - 8;
        }

        return 0;
    }
}
