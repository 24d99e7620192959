using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>
/// Overwrites memory that no object is in any more, so that whoever still reads it is found at once and not when chance
/// reuses the words. Owner: the caller; every role stands. It changes no word that the heap or the verifier looks at.
/// </summary>
/// <remarks>Source: V8 11.3, common/globals.h (kZapValue), heap/heap.cc (ZapFromSpace), heap/spaces.cc (ZapBlock).</remarks>
public static class Zap
{
    // Note [Zapping].
    //
    // The value reads as a pointer far outside the heap's range. As a header it is a forwarding address, so that a walk
    // stops at it; as a field the verifier and the oracle report it; the interpreter faults on it. It also fills what an
    // object will be allocated from, so that a field left uninitialized is found as well.
    //
    // A young page is handed out from its first word on: one whose first word still is the value was not used since it
    // was zapped, and one whose first word is zero never was. So a small heap pays for the pages that it uses.

    /// <summary>What dead memory is filled with.</summary>
    public const long Value = unchecked((long)0xDEAD_BEEF_0000_0001);

    /// <summary>Fills from-space after its objects were moved away.</summary>
    /// <param name="heap">The heap.</param>
    public static void FromSpace(SharedHeap heap)
    {
        for (var page = heap.New.State.From.First; page != 0; page = heap.Page(page).Next)
        {
            if (heap.Owned(page + heap.Geometry.AreaStartBytes) is not (0 or Value))
            {
                Area(heap, page);
            }
        }
    }

    /// <summary>Fills all of a page that objects can be in; of a large object's pages the first.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="page">Address of a page without live objects, before it is handed back.</param>
    public static void Area(SharedHeap heap, long page) =>
        Fill(heap, page + heap.Geometry.AreaStartBytes, page + heap.Geometry.PageBytes);

    /// <summary>Fills the gaps of a swept page behind their headers: those in the free list and those too small for it.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="page">Address of a page of the old generation that is swept and that nobody allocates from.</param>
    public static void Gaps(SharedHeap heap, long page)
    {
        var end = heap.AreaEnd(page);
        for (var at = page + heap.Geometry.AreaStartBytes; at < end;)
        {
            var header = heap.Owned(at);
            var bytes = ObjectHeader.SizeBytes(header, heap.Owned(at + ObjectHeader.Bytes));
            if (ObjectHeader.Layout(header) is LayoutKind.FreeBlock)
            {
                Fill(heap, at + ObjectHeader.MinimumFreeBlockBytes, at + bytes);
            }
            else if (ObjectHeader.Layout(header) is LayoutKind.Filler)
            {
                Fill(heap, at + ObjectHeader.Bytes, at + bytes);
            }

            at += bytes;
        }
    }

    private static unsafe void Fill(SharedHeap heap, long start, long end) =>
        new Span<long>(heap.Start + start, (int)((end - start) / sizeof(long))).Fill(Value);
}
