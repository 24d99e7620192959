using System.Runtime.CompilerServices;

namespace ConcurrentGc.Heap.External;

/// <summary>
/// The words before the bytes of a backing store: memory outside the pages that an array buffer keeps. Owner: the main
/// thread of the isolate, but for those in <see cref="BackingStoreSweep.Pending"/> while they are swept.
/// </summary>
/// <remarks>
/// Source: V8 11.3, objects/js-array-buffer.h (ArrayBufferExtension). Departure: V8's marker and scavenger mark the
/// extension when they visit the buffer; here the fate is noted in the pause, from the buffer's header.
/// </remarks>
public struct BackingStore
{
    /// <summary>Bytes of these words.</summary>
    public const int PrefixBytes = 4 * sizeof(long);

    /// <summary>Index of the word of an array buffer that holds its backing store's address; zero: it has none.</summary>
    public const int BufferWord = 5;

    /// <summary>Address of the array buffer; zero: it died.</summary>
    public long Owner;

    /// <summary>Bytes of the store.</summary>
    public long Bytes;

    /// <summary>Address of the next one in its list.</summary>
    public long Next;

    /// <summary><see cref="BackingStoreFate"/> in the collection at hand.</summary>
    public long Fate;

    /// <summary>The words of a backing store.</summary>
    /// <param name="heap">Its heap.</param>
    /// <param name="address">Its address.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref BackingStore At(SharedHeap heap, long address) => ref Unsafe.As<long, BackingStore>(ref heap.Owned(address));
}
