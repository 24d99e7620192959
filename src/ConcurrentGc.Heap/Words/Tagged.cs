using System.Runtime.CompilerServices;

namespace ConcurrentGc.Heap.Words;

/// <summary>
/// Tagged words, as in V8 without pointer compression: a small integer holds 32 bits in the upper half and ends in
/// zeros; a pointer is a byte offset in the heap's range plus one.
/// </summary>
/// <remarks>Source: V8 11.3, include/v8-internal.h and common/globals.h.</remarks>
public static class Tagged
{
    /// <summary>The bit that says pointer.</summary>
    public const long PointerTag = 1;

    /// <summary>The small integer zero; also what a cleared word reads as.</summary>
    public const long Zero = 0;

    /// <summary>Tags a small integer.</summary>
    /// <param name="value">Any 32-bit integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long SmallInteger(int value) => (long)value << 32;

    /// <summary>The integer of a tagged small integer; the caller has tested it.</summary>
    /// <param name="word">A tagged small integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ToInteger(long word) => (int)(word >> 32);

    /// <summary>Whether the word is a small integer.</summary>
    /// <param name="word">A tagged word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSmallInteger(long word) => (word & PointerTag) == 0;

    /// <summary>Tags an address.</summary>
    /// <param name="address">Byte offset of an object, a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long FromAddress(long address) => address | PointerTag;

    /// <summary>The address of a tagged pointer; the caller has tested it.</summary>
    /// <param name="word">A tagged pointer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Address(long word) => word & ~PointerTag;

    /// <summary>Whether the word is a pointer.</summary>
    /// <param name="word">A tagged word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPointer(long word) => (word & PointerTag) != 0;
}
