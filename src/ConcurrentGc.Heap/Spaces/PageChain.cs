namespace ConcurrentGc.Heap.Spaces;

/// <summary>A list of pages, linked through their headers. Owner: that of the space.</summary>
public struct PageChain
{
    /// <summary>First page; zero: none.</summary>
    public long First;

    /// <summary>Last page; zero: none.</summary>
    public long Last;

    /// <summary>Number of pages (of objects, in a large-object space).</summary>
    public long Count;

    /// <summary>Appends a page that is in no list.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="page">Address of the page.</param>
    public void Append(SharedHeap heap, long page)
    {
        ref var header = ref heap.Page(page);
        header.Previous = Last;
        header.Next = 0;
        if (Last != 0)
        {
            heap.Page(Last).Next = page;
        }
        else
        {
            First = page;
        }

        Last = page;
        Count++;
    }

    /// <summary>Takes a page out.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="page">Address of a page of this list.</param>
    public void Remove(SharedHeap heap, long page)
    {
        ref var header = ref heap.Page(page);
        if (header.Next != 0)
        {
            heap.Page(header.Next).Previous = header.Previous;
        }
        else
        {
            Last = header.Previous;
        }

        if (header.Previous != 0)
        {
            heap.Page(header.Previous).Next = header.Next;
        }
        else
        {
            First = header.Next;
        }

        header.Next = 0;
        header.Previous = 0;
        Count--;
    }
}
