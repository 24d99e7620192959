using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Checks every pointer of objects, roots and remembered slots once all object starts are known.</summary>
/// <param name="heap">The heap.</param>
/// <param name="findings">The object starts, and where violations go.</param>
internal sealed class PointerVerifier(SharedHeap heap, Findings findings)
{
    private readonly HashSet<long> _entries = [];

    /// <summary>Reads the store buffer, if there is one, and checks its entries as far as they can be by themselves.</summary>
    public void BeginRemembered()
    {
        _entries.Clear();
        if (heap.HasStoreBuffer)
        {
            _entries.UnionWith(heap.StoreBuffer.Entries());
        }
    }

    /// <summary>Checks the entries of the store buffer.</summary>
    public void VerifyEntries()
    {
        foreach (var slot in _entries.Order())
        {
            if (!findings.IsInPages(slot) || heap.IsYoung(slot))
            {
                findings.Report(HeapRule.RememberedSlot, slot, 0);
                continue;
            }

            VerifyRememberedSlot(slot);
        }
    }

    /// <summary>Checks the tagged words of all known objects of a page.</summary>
    /// <param name="page">Address of a page that a space holds.</param>
    public void VerifyObjects(long page)
    {
        var end = page + heap.Geometry.PageBytes;
        for (var at = findings.Starts.Next(page, end); at < end; at = findings.Starts.Next(at + 8, end))
        {
            var (first, last) = TaggedWords(at);
            if (first < last && heap.Page(page).Space == (long)SpaceId.OldData)
            {
                findings.Report(HeapRule.DataPointer, at, heap.Owned(at));
            }

            for (var slot = first; slot < last; slot += 8)
            {
                if (heap.Owned(slot) is var word && Tagged.IsPointer(word))
                {
                    VerifyField(slot, Tagged.Address(word));
                }
            }
        }
    }

    /// <summary>Checks all root ranges.</summary>
    public void VerifyRoots()
    {
        for (var range = 0; range < heap.Roots.Count; range++)
        {
            var start = heap.Roots.Start(range);
            var end = start + (heap.Roots.Words(range) * 8);
            if (start < heap.Layout.SideStart || end < start || end > heap.Control.SideTop || (start & 7) != 0)
            {
                findings.Report(HeapRule.RootRange, start, end, heap.Control.SideTop);
                continue;
            }

            for (var slot = start; slot < end; slot += 8)
            {
                if (heap.Owned(slot) is var word && Tagged.IsPointer(word))
                {
                    VerifyTarget(slot, Tagged.Address(word));
                }
            }
        }
    }

    /// <summary>Checks the remembered slots of a page; a young page has none.</summary>
    /// <param name="page">Address of a page that a space holds.</param>
    public void VerifyRemembered(long page)
    {
        var end = page + heap.Geometry.PageBytes;
        for (var slot = heap.OldToNew.Next(page, end); slot < end; slot = heap.OldToNew.Next(slot + 8, end))
        {
            if (heap.IsYoung(page))
            {
                findings.Report(HeapRule.RememberedSlot, slot, heap.Page(page).Flags);
                return;
            }

            VerifyRememberedSlot(slot);
        }
    }

    private void VerifyRememberedSlot(long slot)
    {
        // A slot of a dead object on a page that awaits its sweeper stays valid until the sweeper removes it.
        var isSwept = heap.Page(slot).SweepState is (long)SweepState.Done or (long)SweepState.Swept;
        if (isSwept && !IsTaggedWord(slot))
        {
            findings.Report(HeapRule.RememberedSlot, slot, heap.Owned(slot));
            return;
        }

        // What a slot holds by now may be old, or no pointer: the next scavenge drops it.
        var word = heap.Owned(slot);
        if (Tagged.IsPointer(word) && findings.IsInPages(word) && heap.IsYoung(word))
        {
            VerifyTarget(slot, Tagged.Address(word));
        }
    }

    private bool IsTaggedWord(long slot)
    {
        var chunk = heap.Page(slot).Chunk;
        var holder = heap.PageOf(slot) == chunk
            ? findings.Starts.Previous(slot, chunk)
            : chunk + heap.Geometry.AreaStartBytes;
        if (holder == 0)
        {
            return false;
        }

        var (first, last) = TaggedWords(holder);
        return slot >= first && slot < last;
    }

    private (long First, long Last) TaggedWords(long address)
    {
        var header = heap.Owned(address);
        return ObjectHeader.IsForwarded(header) || !ObjectHeader.HasTaggedWords(header)
            ? (address, address)
            : (address + ObjectHeader.FirstTaggedOffset(header),
                address + ObjectHeader.SizeBytes(header, heap.Owned(address + ObjectHeader.Bytes)));
    }

    private void VerifyField(long slot, long target)
    {
        if (!VerifyTarget(slot, target))
        {
            return;
        }

        if (heap.IsYoung(target))
        {
            if (!heap.IsYoung(slot) && !IsRemembered(slot))
            {
                findings.Report(HeapRule.RememberedSetComplete, slot, target);
            }
        }

        if (heap.Page(slot).Space == (long)SpaceId.ReadOnly && heap.Page(target).Space != (long)SpaceId.ReadOnly)
        {
            findings.Report(HeapRule.ReadOnlyPointer, slot, target);
        }
    }

    private bool IsRemembered(long slot) => heap.HasStoreBuffer
        ? _entries.Contains(slot) || heap.OldToNew.HasSlots(slot)
        : heap.OldToNew.Contains(slot);

    private bool VerifyTarget(long slot, long target)
    {
        if (findings.Starts.Contains(target))
        {
            return true;
        }

        var isFrom = findings.IsInPages(target) && (heap.Flags(target) & PageFlags.From) != PageFlags.None;
        findings.Report(isFrom ? HeapRule.FromSpacePointer : HeapRule.PointerTarget, slot, target);
        return false;
    }
}
