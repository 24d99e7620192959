using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Remembering;

/// <summary>
/// Old objects that changed in place since slots of theirs were recorded in a slot set: one bit at each object's header.
/// Whoever walks the slots asks here which of them are tagged words still, and forgets the objects when it is through.
/// </summary>
/// <remarks>
/// Source: V8 11.3, heap/invalidated-slots.h (InvalidatedSlots, InvalidatedSlotsFilter, InvalidatedSlotsCleanup). Departure:
/// bits where V8 has a sorted map, so a slot finds its object by looking back from it. Owner of a page's objects: the mutator;
/// in a pause, whoever has the page's slots.
/// </remarks>
public sealed class InvalidatedSlots
{
    private readonly SharedHeap _heap;
    private readonly SlotSet _objects;

    /// <summary>The objects beside a slot set.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="bitmapStart">Where its bits begin.</param>
    /// <param name="bucketsOffset">Where in a page header its bucket bits are.</param>
    internal InvalidatedSlots(SharedHeap heap, long bitmapStart, int bucketsOffset) =>
        (_heap, _objects) = (heap, new SlotSet(heap, bitmapStart, bucketsOffset));

    /// <summary>Registers an object that is about to change.</summary>
    /// <param name="address">Its address, on a regular old page.</param>
    public void Register(long address) => _objects.InsertOwned(address);

    /// <summary>Whether objects of a page are registered.</summary>
    /// <param name="page">Its address.</param>
    public bool HasAny(long page) => _objects.HasSlots(page);

    /// <summary>Whether a recorded slot is a tagged word still.</summary>
    /// <param name="slot">Its address; its object does not change meanwhile.</param>
    public bool Allows(long slot)
    {
        var page = _heap.PageOf(slot);
        if (!HasAny(page) || _objects.Previous(slot, page) is var address && address == 0)
        {
            return true;
        }

        var header = _heap.Owned(address);
        if (ObjectHeader.IsForwarded(header))
        {
            return false; // it has moved, and its slots were recorded anew
        }

        var bytes = ObjectHeader.SizeBytes(header, _heap.Owned(address + ObjectHeader.Bytes));
        return slot >= address + ObjectHeader.FirstTaggedOffset(header, bytes); // behind its end it is another object's
    }

    /// <summary>The next registered object at or after an address, for the verifier.</summary>
    /// <param name="from">Start of the search.</param>
    /// <param name="end">End of the search, at most the page's end.</param>
    /// <returns>Its address; <paramref name="end"/> when there is none.</returns>
    internal long Next(long from, long end) => _objects.Next(from, end);

    /// <summary>Forgets the objects of a range that is freed.</summary>
    /// <param name="start">First byte.</param>
    /// <param name="end">End; in the same page.</param>
    public void RemoveRange(long start, long end) => _objects.RemoveRange(start, end);

    /// <summary>Forgets all objects of a page.</summary>
    /// <param name="page">Its address.</param>
    public void ClearPage(long page) => _objects.ClearPage(page);
}
