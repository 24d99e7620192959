using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>
/// A change in place of some object, drawn from a number: an array loses elements, a changeable object becomes a smaller
/// one, or raw words that look like pointers to the first object of some page, or into it. Equal numbers give equal objects, wherever they lie.
/// </summary>
internal static class RandomChange
{
    /// <summary>Words below which objects are made changeable.</summary>
    public const int MostWords = 32;

    /// <summary>Draws one; nothing to do where the object does not change in place.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="address">The object.</param>
    /// <param name="choice">Any number from zero.</param>
    /// <param name="duties">What the program keeps to.</param>
    public static LayoutChange Of(SharedHeap heap, long address, int choice, LayoutDuties duties)
    {
        var header = heap.Owned(address);
        if (ObjectHeader.Layout(header) == LayoutKind.TaggedArray)
        {
            var length = Tagged.ToInteger(heap.Owned(address + 8));
            return length == 0 ? default : LayoutChange.Trim(heap, address, choice % length, duties);
        }

        if (!ObjectHeader.IsChangeable(header))
        {
            return default;
        }

        var words = 2 + (choice % ((int)(ObjectHeader.FixedBytes(header) / 8) - 1));
        var isRaw = (choice & 64) != 0;
        var raw = Tagged.FromAddress(heap.Layout.PagesStart + ((choice & 31) * heap.Geometry.PageBytes) + heap.Geometry.AreaStartBytes + ((choice & 32) >> 2));
        var shape = isRaw ? 3 : 4;
        return LayoutChange.Become(
            heap, address, ObjectHeader.Encode(isRaw ? LayoutKind.RawFields : LayoutKind.TaggedFields, words, shape), raw, duties);
    }
}
