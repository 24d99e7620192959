using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Heap.Words;

/// <summary>
/// The first word of every object: its shape, or during a collection the address where its copy is. A shape header ends
/// in zero and carries the layout and, for objects of fixed size, the size, so that a collector needs no shape table:
/// bits 1–4 layout, bits 8–31 size in words, bits 32–63 shape number. A forwarding header is the tagged new address.
/// </summary>
/// <remarks>
/// Source: V8 11.3, objects/objects.h MapWord. Departure: V8's map word points to a Map object that holds layout and size.
/// </remarks>
public static class ObjectHeader
{
    /// <summary>Bytes of a header.</summary>
    public const int Bytes = 8;

    /// <summary>Bytes before the first element of an array layout: header and length.</summary>
    public const int ArrayPrefixBytes = 16;

    /// <summary>The smallest free block that can be linked: header, size, next.</summary>
    public const int MinimumFreeBlockBytes = 24;

    private const int LayoutShift = 1;
    private const int SizeShift = 8;
    private const int ShapeShift = 32;
    private const long LayoutMask = 15;

    // Four bits a layout: log2 of the bytes of an element; no shift where the size is not a matter of the length. A table
    // in a register instead of a switch, so that sizes are computed without a call in the loops over objects.
    private const int NoShift = 15;
    private const long ElementShifts = -1L
        ^ ((NoShift ^ 3L) << (4 * (int)LayoutKind.TaggedArray))
        ^ ((NoShift ^ 3L) << (4 * (int)LayoutKind.EphemeronTable))
        ^ ((NoShift ^ 3L) << (4 * (int)LayoutKind.RawWordArray))
        ^ ((NoShift ^ 0L) << (4 * (int)LayoutKind.RawByteArray))
        ^ ((NoShift ^ 1L) << (4 * (int)LayoutKind.RawTwoByteArray));
    private const long SizeMask = 0xFFFFFF;

    // One bit a layout, for the same reason.
    private const int TaggedLayouts =
        (1 << (int)LayoutKind.TaggedFields) | (1 << (int)LayoutKind.TaggedArray) | (1 << (int)LayoutKind.ArrayBuffer) | WeakLayouts;
    private const int ArrayLayouts = (1 << (int)LayoutKind.TaggedArray) | (1 << (int)LayoutKind.EphemeronTable);
    private const int WeakLayouts = (1 << (int)LayoutKind.EphemeronTable) | (1 << (int)LayoutKind.WeakReference) | (1 << (int)LayoutKind.WeakCell);

    /// <summary>Makes a shape header.</summary>
    /// <param name="layout">How the words are read.</param>
    /// <param name="sizeWords">Words of the whole object for layouts of fixed size, else zero; below 2^24.</param>
    /// <param name="shape">The program's own number of the shape, zero or positive.</param>
    public static long Encode(LayoutKind layout, int sizeWords, int shape)
    {
        Checks.DCheck(sizeWords is >= 0 and <= (int)SizeMask);
        Checks.DCheckLe(0, shape);
        return ((long)shape << ShapeShift) | ((long)sizeWords << SizeShift) | ((long)layout << LayoutShift);
    }

    /// <summary>Whether the header holds a forwarding address.</summary>
    /// <param name="header">A header word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsForwarded(long header) => (header & Tagged.PointerTag) != 0;

    /// <summary>The layout of a shape header.</summary>
    /// <param name="header">A header that is not forwarded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LayoutKind Layout(long header) => (LayoutKind)((header >> LayoutShift) & LayoutMask);

    /// <summary>The shape number of a shape header.</summary>
    /// <param name="header">A header that is not forwarded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Shape(long header) => (int)(header >> ShapeShift);

    /// <summary>Bytes of an object of fixed size; zero for arrays.</summary>
    /// <param name="header">A header that is not forwarded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long FixedBytes(long header) => ((header >> SizeShift) & SizeMask) << 3;

    /// <summary>Bytes of an object, padding to a multiple of eight included.</summary>
    /// <param name="header">Its header, not forwarded.</param>
    /// <param name="second">Its second word; looked at for layouts whose size varies.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long SizeBytes(long header, long second)
    {
        var bytes = FixedBytes(header);
        return bytes != 0 ? bytes : VariableBytes(Layout(header), second);
    }

    /// <summary>Whether objects of this layout have tagged words after the header.</summary>
    /// <param name="header">A header that is not forwarded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasTaggedWords(long header) => (TaggedLayouts >> (int)Layout(header) & 1) != 0;

    /// <summary>Whether some words of objects of this layout are weak. See Note [Weak words].</summary>
    /// <param name="header">A header that is not forwarded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasWeakWords(long header) => (WeakLayouts >> (int)Layout(header) & 1) != 0;

    /// <summary>Byte offset of the first tagged word: 8 for fields, 16 for arrays and tables.</summary>
    /// <param name="header">A header with tagged words.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstTaggedOffset(long header) => (ArrayLayouts >> (int)Layout(header) & 1) == 0 ? Bytes : ArrayPrefixBytes;

    /// <summary>Byte offset of the first tagged word; the object's end when it has none.</summary>
    /// <param name="header">A header that is not forwarded.</param>
    /// <param name="bytes">Bytes of the object.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long FirstTaggedOffset(long header, long bytes) => HasTaggedWords(header) ? FirstTaggedOffset(header) : bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long VariableBytes(LayoutKind layout, long second)
    {
        var length = second >>> 32;
        if (layout == LayoutKind.FreeBlock)
        {
            return length;
        }

        var shift = (int)(ElementShifts >> ((int)layout << 2)) & 15;
        if (shift == NoShift)
        {
            ThrowNoSize(layout);
        }

        return ArrayPrefixBytes + (((length << shift) + 7) & ~7L);
    }

    [DoesNotReturn]
    private static void ThrowNoSize(LayoutKind layout) =>
        throw new InvalidOperationException($"A header of layout {layout} without a size.");
}
