using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;

namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>
/// What a marker found alive on one page, in one word, so that one addition counts an object and its bytes: bytes in the
/// lower 40 bits, objects above them. A page has far fewer than 2^23 objects, and a large one far fewer than 2^40 bytes.
/// </summary>
public static class LiveCount
{
    private const int ObjectsShift = 40;

    /// <summary>The word of an address's page among those of one worker.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="counts">Byte offset of the worker's words, one a page.</param>
    /// <param name="address">Any address inside the page.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref long Of(SharedHeap heap, long counts, long address) =>
        ref heap.Owned(counts + (heap.PageNumber(address) * sizeof(long)));

    /// <summary>The count of one object: added to the word of its page.</summary>
    /// <param name="bytes">Its size.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long OfObject(long bytes) => bytes + (1L << ObjectsShift);

    /// <summary>Bytes of the objects counted.</summary>
    /// <param name="count">A sum of counts.</param>
    public static long Bytes(long count) => count & ((1L << ObjectsShift) - 1);

    /// <summary>Objects counted.</summary>
    /// <param name="count">A sum of counts.</param>
    public static long Objects(long count) => count >> ObjectsShift;
}
