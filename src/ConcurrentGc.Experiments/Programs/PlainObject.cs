using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Mutating;
using LayoutKind = ConcurrentGc.Heap.Words.LayoutKind;

namespace ConcurrentGc.Experiments.Programs;

/// <summary>Objects of programs without a language: all words after the header are pointers or small integers, or none is.</summary>
internal static class PlainObject
{
    private const int WordBytes = 8;

    // A header holds the size of so many words; larger objects are arrays.
    private const long MostFixedWords = (1L << 24) - 1;

    /// <summary>Writes the header of a new object and clears its pointers; other words stay as they are.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="hasPointers">Whether its words are tagged.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Initialize(SharedHeap heap, long address, long bytes, bool hasPointers)
    {
        var words = bytes / WordBytes;
        if (words > MostFixedWords)
        {
            heap.Owned(address) = ObjectHeader.Encode(hasPointers ? LayoutKind.TaggedArray : LayoutKind.RawWordArray, 0, 0);
            heap.Owned(address + WordBytes) = (words - 2) << 32;
        }
        else
        {
            heap.Owned(address) = ObjectHeader.Encode(
                hasPointers ? LayoutKind.TaggedFields : LayoutKind.RawFields, (int)words, 0);
        }

        if (hasPointers)
        {
            var first = FirstSlot(words);
            MemoryMarshal.CreateSpan(ref heap.Owned(address + (first * WordBytes)), (int)(words - first)).Clear();
        }
    }

    /// <summary>The first word of an object that can hold a pointer, counted from its header.</summary>
    /// <param name="words">Words of the object.</param>
    public static long FirstSlot(long words) => words > MostFixedWords ? 2 : 1;

    /// <summary>The program's store: every pointer goes into an object that exists already through here.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="holder">The object.</param>
    /// <param name="slot">Address of the word.</param>
    /// <param name="value">A tagged word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(SharedHeap heap, long holder, long slot, long value) =>
        WriteBarrier.Store(heap, holder, slot, value);
}
