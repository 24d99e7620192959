using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Heap.Remembering;

// Note [Store buffer].
//
// The remembered set of V8 before 2016: a list of slots in the order of the stores. A store appends its slot without a look
// at what is there, so the list has duplicates; when it is full, what is new is appended to a longer list, as far as two
// small tables do not know it yet. The tables forget, so duplicates remain.
//
// When the longer list is full, too, the slots of some pages are given up: such a page is exempt, stores into it insert
// nothing, and a scavenge scans all of it. Pages are exempted by samples of the list, the most popular ones first. A
// scavenge makes the list anew, from the slots that still point to young objects: those of the list, then those of the
// pages it scans, which stop being exempt unless they have too many, then those of promoted objects.
//
// That a page is exempt stands where a slot set would say which of its buckets have slots, so who asks whether a page has
// slots asks about both kinds. The list has no order by page: one worker goes through it, and updates pointers alone. That
// is what it costs, beside the duplicates.
//
// An entry can outlive its object: slots of objects that marking has not reached are dropped before their memory is used
// again. Between two full collections no old memory is freed.
//
// Source: V8 3.28, store-buffer.cc, store-buffer-inl.h. Departure: slots that point to objects under evacuation are
// recorded in slot sets by page, as now; then in a list for each page that is evacuated.

/// <summary>A remembered set that is a list of slots. Owner: the running mutator; in a pause, the one worker at it.</summary>
/// <param name="heap">The heap.</param>
public sealed class StoreBuffer(SharedHeap heap)
{
    private const int Exempt = 1;

    /// <summary>How a page is found popular: of each n-th entry, more than one in so many words of the page.</summary>
    private static readonly (int Step, int Words)[] _samples = [(97, 8), (23, 16), (7, 32), (3, 256)];

    /// <summary>Its words.</summary>
    public ref StoreBufferState State => ref heap.Control.StoreBuffer;

    private long Capacity => heap.Geometry.KeptStoreBufferEntries;

    /// <summary>Takes its words; once.</summary>
    internal void Initialize()
    {
        State.Recent = heap.Side.Take(heap.Geometry.StoreBufferEntries);
        State.Kept = heap.Side.Take(Capacity);
        State.Known = heap.Side.Take(2L * heap.Geometry.StoreBufferTableEntries);
        State.PageCounts = heap.Side.Take(heap.Geometry.ReservedPages);
    }

    /// <summary>A store has written a young pointer into an old page.</summary>
    /// <param name="slot">Address of the word.</param>
    public void Insert(long slot)
    {
        if (heap.OldToNew.HasSlots(slot))
        {
            return; // the page is exempt
        }

        ref var state = ref State;
        heap.Owned(state.Recent + (state.RecentCount++ * sizeof(long))) = slot;
        state.Inserted++;
        if (state.RecentCount == heap.Geometry.StoreBufferEntries)
        {
            Compact();
        }
    }

    /// <summary>A scavenge has found that a slot still points to a young object.</summary>
    /// <param name="slot">Address of the word.</param>
    public void Keep(long slot)
    {
        ref var state = ref State;
        heap.Owned(state.Kept + (state.KeptCount++ * sizeof(long))) = slot;
        if (state.KeptCount < Capacity)
        {
            return;
        }

        if (state.ScannedPage != 0)
        {
            ExemptPage(state.ScannedPage);
            state.KeptCount = state.KeptBeforePage;
        }
        else
        {
            MakeRoom(heap.Geometry.StoreBufferEntries / 2);
        }
    }

    /// <summary>A collection begins: all entries are among the kept ones, and none of them is of an exempt page.</summary>
    public void BeginCollection()
    {
        Compact();
        RemoveEntriesOfExemptPages();
        State.Visited = State.KeptCount;
        State.Scanned = 0;
    }

    /// <summary>A scavenge begins to make the list anew, while it still reads the old one from its start.</summary>
    /// <returns>How many entries there are to be read.</returns>
    public long BeginVisit()
    {
        var count = State.KeptCount;
        State.KeptCount = 0;
        return count;
    }

    /// <summary>A kept entry.</summary>
    /// <param name="index">From zero.</param>
    public long Entry(long index) => heap.Owned(State.Kept + (index * sizeof(long)));

    /// <summary>A scavenge begins to scan an exempt page.</summary>
    /// <param name="page">Its address.</param>
    public void BeginPage(long page)
    {
        ref var state = ref State;
        (state.ScannedPage, state.KeptBeforePage) = (page, state.KeptCount);
        state.Scanned++;
        heap.OldToNew.ClearPage(page);
    }

    /// <summary>A page has been scanned: it is exempt again when it has a fifth of the entries that are left.</summary>
    public void EndPage()
    {
        ref var state = ref State;
        if (state.KeptCount - state.KeptBeforePage >= (Capacity - state.KeptCount) / 4 || heap.OldToNew.HasSlots(state.ScannedPage))
        {
            ExemptPage(state.ScannedPage);
            state.KeptCount = state.KeptBeforePage;
        }

        state.ScannedPage = 0;
    }

    /// <summary>Marking is complete and nothing was freed yet: entries of dead objects are dropped.</summary>
    public void RemoveDead() => Retain(slot => heap.MarkBits.IsInMarkedObject(slot));

    /// <summary>No entry is needed any more: new space is empty.</summary>
    public void Clear() => (State.RecentCount, State.KeptCount) = (0, 0);

    /// <summary>Entries that were gone through since the last such question; the caller pays for them.</summary>
    public long TakeUnpaid()
    {
        var entries = State.Unpaid;
        State.Unpaid = 0;
        return entries;
    }

    /// <summary>All entries, for the verifier and tests.</summary>
    public IEnumerable<long> Entries()
    {
        for (var i = 0L; i < State.RecentCount; i++)
        {
            yield return heap.Owned(State.Recent + (i * sizeof(long)));
        }

        for (var i = 0L; i < State.KeptCount; i++)
        {
            yield return Entry(i);
        }
    }

    /// <summary>Appends what stores have inserted to the kept entries, as far as it is not known to be there.</summary>
    private void Compact()
    {
        ref var state = ref State;
        MakeRoom(state.RecentCount);
        for (var i = 0L; i < state.RecentCount; i++)
        {
            var slot = heap.Owned(state.Recent + (i * sizeof(long)));
            if (IsKnown(slot))
            {
                state.Duplicates++;
            }
            else
            {
                heap.Owned(state.Kept + (state.KeptCount++ * sizeof(long))) = slot;
            }
        }

        state.Unpaid += state.RecentCount;
        state.RecentCount = 0;
    }

    /// <summary>Looks a slot up in two tables, and notes it. A slot that is thrown out may come in again as a duplicate.</summary>
    private bool IsKnown(long slot)
    {
        var entries = heap.Geometry.StoreBufferTableEntries;
        var bits = System.Numerics.BitOperations.Log2((uint)entries);
        var word = (slot & (heap.Geometry.PageBytes - 1)) >> 3;
        ref var first = ref heap.Owned(State.Known + (((word ^ (word >> bits)) & (entries - 1)) * sizeof(long)));
        var other = word - (word >> bits);
        ref var second = ref heap.Owned(State.Known + ((entries + ((other ^ (other >> (2 * bits))) & (entries - 1))) * sizeof(long)));
        if (first == slot || second == slot)
        {
            return true;
        }

        if (first == 0)
        {
            first = slot;
        }
        else if (second == 0)
        {
            second = slot;
        }
        else
        {
            (first, second) = (slot, 0);
        }

        return false;
    }

    /// <summary>Makes room among the kept entries for so many, and one more.</summary>
    private void MakeRoom(long count)
    {
        if (HasRoom(count))
        {
            return;
        }

        RemoveEntriesOfExemptPages();
        var words = heap.Geometry.PageBytes / sizeof(long);
        for (var i = 0; i < _samples.Length && !HasRoom(count); i++)
        {
            ExemptPopularPages(_samples[i].Step, words / _samples[i].Step / _samples[i].Words);
        }

        if (!HasRoom(count))
        {
            ExemptPopularPages(step: 1, threshold: 0);
        }

        Checks.DCheck(HasRoom(count));
    }

    private bool HasRoom(long count) => State.KeptCount + count < Capacity;

    /// <summary>Exempts the pages that have more than some entries in a sample.</summary>
    private void ExemptPopularPages(int step, long threshold)
    {
        ref var state = ref State;
        for (var i = 0L; i < state.KeptCount; i += step)
        {
            heap.Owned(state.PageCounts + (heap.PageNumber(Entry(i)) * sizeof(long))) = 0;
        }

        for (var i = 0L; i < state.KeptCount; i += step)
        {
            if (heap.Owned(state.PageCounts + (heap.PageNumber(Entry(i)) * sizeof(long)))++ == threshold)
            {
                ExemptPage(heap.PageOf(Entry(i)));
            }
        }

        RemoveEntriesOfExemptPages();
    }

    private void ExemptPage(long page)
    {
        ref var flag = ref heap.Owned(heap.OldToNew.BucketsAddress(page));
        State.Exempted += flag == 0 ? 1 : 0;
        flag = Exempt;
    }

    private void RemoveEntriesOfExemptPages() => Retain(slot => !heap.OldToNew.HasSlots(slot));

    /// <summary>Drops kept entries. What the tables know is not true any more then.</summary>
    private unsafe void Retain(Predicate<long> isKept)
    {
        ref var state = ref State;
        var count = 0L;
        for (var i = 0L; i < state.KeptCount; i++)
        {
            var slot = Entry(i);
            if (isKept(slot))
            {
                heap.Owned(state.Kept + (count++ * sizeof(long))) = slot;
            }
        }

        state.Unpaid += state.KeptCount;
        state.KeptCount = count;
        new Span<long>(heap.Start + state.Known, 2 * heap.Geometry.StoreBufferTableEntries).Clear();
    }
}
