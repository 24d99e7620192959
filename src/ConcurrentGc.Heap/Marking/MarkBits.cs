using System.Numerics;
using System.Runtime.CompilerServices;

namespace ConcurrentGc.Heap.Marking;

/// <summary>
/// Two bits an object: the bit of its first word says reached, the bit of its second word says scanned. Objects have at
/// least two words, so no two share a bit.
/// </summary>
/// <param name="heap">The heap.</param>
/// <param name="bias">Byte offset of the word that the bit of address zero would be in.</param>
public readonly struct MarkBits(SharedHeap heap, long bias)
{
    /// <summary>Where the mark bit of an object is, for a caller that first looks and then sets it.</summary>
    /// <param name="address">The object.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Mark MarkOf(long address) => new(Cell(address), 1L << (int)(address >> 3));

    /// <summary>Whether the object was reached; one relaxed load.</summary>
    /// <param name="mark">Its mark bit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsSet(Mark mark) => (heap.LoadRelaxed(mark.Cell) & mark.Bit) != 0;

    /// <summary>White to grey, in one atomic step: <see cref="TryMark"/> for a mark bit at hand.</summary>
    /// <param name="mark">The object's mark bit.</param>
    /// <returns>True for exactly one caller per cycle, which must push the object.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySet(Mark mark) => (heap.Or(mark.Cell, mark.Bit) & mark.Bit) == 0;

    /// <summary>White to grey, in one atomic step.</summary>
    /// <param name="address">The object.</param>
    /// <returns>
    /// True for exactly one caller per cycle. That caller must push the object, or it is never scanned; every other
    /// caller must not, or it is scanned twice.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryMark(long address) => TrySet(MarkOf(address));

    /// <summary>Grey to black, in one atomic step.</summary>
    /// <param name="address">The object, grey and popped by the caller.</param>
    /// <returns>True for exactly one caller per cycle; false means that two callers had the object.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryBlacken(long address)
    {
        var bit = 1L << (int)((address + 8) >> 3);
        return (heap.Or(Cell(address + 8), bit) & bit) == 0;
    }

    /// <summary>Black to grey, in one atomic step, which also is a full fence behind an earlier store of the caller.</summary>
    /// <param name="address">The object.</param>
    /// <returns>Whether it was black; then the caller must push it.</returns>
    public bool TryRetreat(long address)
    {
        var bit = 1L << (int)((address + 8) >> 3);
        return (heap.And(Cell(address + 8), ~bit) & bit) != 0;
    }

    /// <summary>Whether the object was reached; one relaxed load.</summary>
    /// <param name="address">The object.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMarked(long address) => ((heap.LoadRelaxed(Cell(address)) >> (int)(address >> 3)) & 1) != 0;

    /// <summary>Whether the object's scan has begun; one relaxed load, which may be earlier than a store of the caller.</summary>
    /// <param name="address">The object.</param>
    public bool IsScanned(long address) => ((heap.LoadRelaxed(Cell(address + 8)) >> (int)((address + 8) >> 3)) & 1) != 0;

    /// <summary>The color, for a caller that owns both cells in this phase.</summary>
    /// <param name="address">The object.</param>
    public Color ColorOf(long address)
    {
        var reached = Bit(address);
        return !reached ? Color.White : Bit(address + 8) ? Color.Black : Color.Grey;
    }

    /// <summary>Whether the object was reached, for a caller that owns the cell in this phase.</summary>
    /// <param name="address">The object.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMarkedOwned(long address) => Bit(address);

    /// <summary>The next marked object at or after an address, for a caller that owns the page.</summary>
    /// <param name="from">Start of the search, an object boundary or a gap.</param>
    /// <param name="end">End of the search.</param>
    /// <returns>Its address; <paramref name="end"/> when there is none.</returns>
    public long NextMarked(long from, long end)
    {
        var at = from;
        while (at < end)
        {
            var rest = (ulong)heap.Owned(Cell(at)) >> (int)((at >> 3) & 63);
            if (rest != 0)
            {
                at += (long)BitOperations.TrailingZeroCount(rest) << 3;
                return Math.Min(at, end);
            }

            at = (at & -512L) + 512;
        }

        return end;
    }

    /// <summary>Whether a word lies in a black object, for a caller that owns the page when nothing is grey.</summary>
    /// <param name="slot">Address of a word that is no header.</param>
    public bool IsInMarkedObject(long slot)
    {
        var chunk = heap.Page(slot).Chunk;
        if ((heap.Flags(slot) & Memory.PageFlags.Large) != Memory.PageFlags.None)
        {
            return Bit(chunk + heap.Geometry.AreaStartBytes);
        }

        var last = LastBit(slot, chunk);
        if (last == 0)
        {
            return false;
        }

        // A black object has the bits of its first two words. Objects of two words stand in one row, so the row's start counts.
        var first = last;
        while (first > chunk && Bit(first - 8))
        {
            first -= 8;
        }

        var address = last - ((last - first) & 8);
        return slot < address + Words.ObjectHeader.SizeBytes(heap.Owned(address), heap.Owned(address + 8));
    }

    /// <summary>The last address up to some one whose bit is set; zero: none.</summary>
    private long LastBit(long address, long start)
    {
        for (var at = address; at >= start; at = (at & -512L) - 8)
        {
            var bits = (ulong)heap.Owned(Cell(at)) << (63 - ((int)(at >> 3) & 63));
            if (bits != 0)
            {
                return at - ((long)BitOperations.LeadingZeroCount(bits) << 3);
            }
        }

        return 0;
    }

    /// <summary>Clears the bits of a range, for a caller that owns the page.</summary>
    /// <param name="start">First byte, a multiple of 512 or the start of a page.</param>
    /// <param name="end">End, likewise.</param>
    public unsafe void Clear(long start, long end) =>
        new Span<long>(heap.Start + Cell(start), (int)((end - start + 511) >> 9)).Clear();

    /// <summary>Sets all bits of a range, for a caller that owns the page.</summary>
    /// <param name="start">First byte, as for <see cref="Clear"/>.</param>
    /// <param name="end">End, likewise.</param>
    public unsafe void SetAll(long start, long end) =>
        new Span<long>(heap.Start + Cell(start), (int)((end - start + 511) >> 9)).Fill(-1);

    /// <summary>Whether all bits of a range are set.</summary>
    /// <param name="start">First byte, as for <see cref="Clear"/>.</param>
    /// <param name="end">End, likewise.</param>
    internal unsafe bool AreAllSet(long start, long end) =>
        !new Span<long>(heap.Start + Cell(start), (int)((end - start + 511) >> 9)).ContainsAnyExcept(-1);

    /// <summary>Sets the bits of an object that the caller owns.</summary>
    /// <param name="address">The object.</param>
    /// <param name="color">Its new color.</param>
    public void SetOwned(long address, Color color)
    {
        Set(address, color != Color.White);
        Set(address + 8, color == Color.Black);
    }

    /// <summary>The word that holds the bit of an address.</summary>
    /// <param name="address">Of a word in a page.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Cell(long address) => bias + ((address >> 9) << 3);

    private bool Bit(long address) => ((heap.Owned(Cell(address)) >> (int)(address >> 3)) & 1) != 0;

    private void Set(long address, bool on)
    {
        ref var cell = ref heap.Owned(Cell(address));
        var bit = 1L << (int)(address >> 3);
        cell = on ? cell | bit : cell & ~bit;
    }
}
