namespace ConcurrentGc.Heap.External;

/// <summary>A list of backing stores, linked by <see cref="BackingStore.Next"/>. All zero: it is empty.</summary>
public struct BackingStoreList
{
    /// <summary>Address of the first.</summary>
    public long First;

    /// <summary>Address of the last.</summary>
    public long Last;

    /// <summary>Bytes of all.</summary>
    public long Bytes;

    /// <summary>Appends a store.</summary>
    /// <param name="heap">Its heap.</param>
    /// <param name="address">Its address.</param>
    public void Append(SharedHeap heap, long address)
    {
        ref var store = ref BackingStore.At(heap, address);
        store.Next = 0;
        Link(heap, address, address);
        Bytes += store.Bytes;
    }

    /// <summary>Appends all stores of a list, and empties it.</summary>
    /// <param name="heap">Its heap.</param>
    /// <param name="list">The list.</param>
    public void Append(SharedHeap heap, ref BackingStoreList list)
    {
        if (list.First != 0)
        {
            Link(heap, list.First, list.Last);
            Bytes += list.Bytes;
        }

        list = default;
    }

    private void Link(SharedHeap heap, long first, long last)
    {
        if (First == 0)
        {
            First = first;
        }
        else
        {
            BackingStore.At(heap, Last).Next = first;
        }

        Last = last;
    }
}
