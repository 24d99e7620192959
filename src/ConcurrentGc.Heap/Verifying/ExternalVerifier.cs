using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Checks the lists of backing stores against the array buffers, once all object starts are known.</summary>
/// <param name="heap">The heap.</param>
/// <param name="findings">The object starts, and where violations go.</param>
internal sealed class ExternalVerifier(SharedHeap heap, Findings findings)
{
    private readonly HashSet<long> _listed = [];

    /// <summary>Checks all lists. Nobody is in the middle of sweeping them.</summary>
    public void VerifyLists()
    {
        _listed.Clear();
        ref var state = ref heap.Control.External;
        VerifyList(state.Young, isYoung: true);
        VerifyList(state.Old, isYoung: false);
        VerifyList(state.Sweep.Young, isYoung: true);
        VerifyList(state.Sweep.Old, isYoung: false);
        for (var address = state.Sweep.Pending; TryList(address); address = BackingStore.At(heap, address).Next)
        {
            ref var store = ref BackingStore.At(heap, address);
            if (store.Fate != (long)BackingStoreFate.Dead)
            {
                VerifyOwner(address, store.Fate == (long)BackingStoreFate.Young);
            }
        }
    }

    /// <summary>Checks the array buffers of a page, after the lists.</summary>
    /// <param name="page">Address of a page that a space holds.</param>
    public void VerifyBuffers(long page)
    {
        if (heap.Control.External.Pool.Top == 0)
        {
            return;
        }

        var end = page + heap.Geometry.PageBytes;
        for (var at = findings.Starts.Next(page, end); at < end; at = findings.Starts.Next(at + 8, end))
        {
            if (IsBuffer(at) && StoreOf(at) is var store and not 0 && !_listed.Contains(store))
            {
                findings.Report(HeapRule.BackingStore, at, store);
            }
        }
    }

    private void VerifyList(in BackingStoreList list, bool isYoung)
    {
        var (bytes, last) = (0L, 0L);
        for (var address = list.First; TryList(address); address = BackingStore.At(heap, address).Next)
        {
            VerifyOwner(address, isYoung);
            bytes += BackingStore.At(heap, address).Bytes;
            last = address;
        }

        findings.Expect(HeapRule.BackingStore, last, list.Bytes, bytes);
        findings.Expect(HeapRule.BackingStore, last, list.Last, last);
    }

    private void VerifyOwner(long address, bool isYoung)
    {
        var owner = BackingStore.At(heap, address).Owner;
        if (!findings.Starts.Contains(owner) || !IsBuffer(owner) || StoreOf(owner) != address || heap.IsYoung(owner) != isYoung)
        {
            findings.Report(HeapRule.BackingStore, address, owner);
        }
    }

    /// <summary>Notes a store, which no list may hold twice.</summary>
    /// <returns>False: the list ends here.</returns>
    private bool TryList(long address)
    {
        var isStore = address >= heap.Layout.ExternalStart && address < heap.Control.External.Pool.Top && (address & 7) == 0;
        if (address != 0 && (!isStore || !_listed.Add(address)))
        {
            findings.Report(HeapRule.BackingStore, address, address);
            return false;
        }

        return address != 0;
    }

    private bool IsBuffer(long address) =>
        heap.Owned(address) is var header && !ObjectHeader.IsForwarded(header) && ObjectHeader.Layout(header) == LayoutKind.ArrayBuffer;

    private long StoreOf(long buffer) => heap.Owned(buffer + (BackingStore.BufferWord * sizeof(long)));
}
