using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Buffers;

/// <summary>Sizes of array buffers and typed arrays, and indices of their words; those that are not named are zero.</summary>
/// <remarks>
/// Source: V8 11.3, objects/js-array-buffer.tq, with the two words that Node's embedder has. Departure: the address of the
/// bytes is found by the buffer or the elements, and not kept in the typed array, too.
/// </remarks>
internal static class BufferLayout
{
    /// <summary>Bytes of an array buffer.</summary>
    public const int BufferBytes = 88;

    /// <summary>Bytes of a typed array.</summary>
    public const int ArrayBytes = 96;

    /// <summary>Bytes of a typed array whose bytes still lie in the heap, at most: V8's <c>typed_array_max_size_in_heap</c>.</summary>
    public const int MostBytesInHeap = 64;

    /// <summary>Bytes that an array buffer can have, small integers being what counts them.</summary>
    public const long MostBytes = int.MaxValue;

    /// <summary>Index of an array buffer's length in bytes, a small integer.</summary>
    public const int BufferLength = 3;

    /// <summary>Index of an array buffer's backing store.</summary>
    public const int BufferStore = BackingStore.BufferWord;

    /// <summary>Index of a typed array's elements: the bytes themselves while they lie in the heap.</summary>
    public const int Elements = 2;

    /// <summary>Index of a typed array's buffer.</summary>
    public const int Buffer = 3;

    /// <summary>Index of a typed array's offset in its buffer, a small integer.</summary>
    public const int ByteOffset = 4;

    /// <summary>Index of a typed array's length in bytes, a small integer.</summary>
    public const int ByteLength = 5;

    /// <summary>Index of a typed array's number of elements, a small integer.</summary>
    public const int Length = 6;

    /// <summary>Index of a typed array's <see cref="ElementKind"/>, a small integer.</summary>
    public const int Kind = 9;

    /// <summary>Header of the bytes of a typed array in the heap.</summary>
    public const long BytesHeader = (31L << 36 | (long)ObjectLayout.KindInternal << 32) | (int)LayoutKind.RawByteArray << 1;

    /// <summary>Bytes of an object with so many raw bytes.</summary>
    /// <param name="bytes">How many.</param>
    public static int BytesInHeap(long bytes) => (int)(ObjectHeader.ArrayPrefixBytes + ((bytes + 7) & ~7L));
}
