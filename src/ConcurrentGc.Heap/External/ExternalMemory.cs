namespace ConcurrentGc.Heap.External;

/// <summary>
/// What objects of the heap keep outside of it: how many bytes, the backing stores of array buffers, and what becomes of
/// those in a collection. Owner: the main thread of the isolate.
/// </summary>
/// <remarks>
/// Source: V8 11.3, heap/heap.h (ExternalMemoryAccounting), heap/array-buffer-sweeper.cc.
/// </remarks>
/// <param name="heap">The heap.</param>
public sealed class ExternalMemory(SharedHeap heap)
{
    // Note [Sweeping backing stores].
    //
    //   1. the program takes a store: it is in the list of the young ones, and its bytes count
    //   2. a collection notes in its pause what became of the buffers: of the young ones when they are copied; of all
    //      when they are marked, and where they are when they have moved. It hands the list over, and the program begins
    //      a new one
    //   3. who sweeps parts that list by fate: young, old, freed. A store is in one list all the time, and the program
    //      does not look at those that are swept
    //   4. the collector hears that it is done. The program takes the lists back when it takes its next store, the
    //      collector before its next pause goes on: only then does what was freed not count any more
    //
    // The program reaches the bytes of a store through its buffer at any time. A sweeper writes the words before them and
    // only of stores whose buffer nobody can reach, or whose words nobody else looks at before step 4.

    private readonly ExternalPool _pool = new(heap);

    private ref ExternalMemoryState State => ref heap.Control.External;

    /// <summary>Bytes outside the heap; what was freed counts until <see cref="TakeSwept"/>.</summary>
    public long Bytes => State.Bytes;

    /// <summary>Bytes of stores of young buffers, without those that are swept.</summary>
    public long YoungBytes => State.Young.Bytes;

    /// <summary>Bytes that came since the last full collection.</summary>
    public long BytesSinceMarkCompact => State.Bytes - State.Lowest;

    /// <summary>Bytes above which a full collection is wanted.</summary>
    public long Limit => State.Lowest + heap.Geometry.ExternalLimitBytes;

    /// <summary>How far sweeping is.</summary>
    public BackingStoreSweepState SweepState => (BackingStoreSweepState)State.Sweep.State;

    /// <summary>Counts bytes that an object keeps, or does not keep any more when they are negative.</summary>
    /// <param name="bytes">How many.</param>
    public void Count(long bytes)
    {
        State.Bytes += bytes;
        State.Lowest = Math.Min(State.Lowest, State.Bytes);
    }

    /// <summary>A full collection has happened: its end is the new low mark.</summary>
    public void SetLowMark() => State.Lowest = State.Bytes;

    /// <summary>Takes memory for an array buffer, which holds the result. Its bytes are counted already.</summary>
    /// <param name="owner">Address of the buffer.</param>
    /// <param name="bytes">How many, at least one.</param>
    /// <returns>The address of the <see cref="BackingStore"/>; zero: there is no memory.</returns>
    public long TakeStore(long owner, long bytes)
    {
        var address = _pool.Take(BackingStore.PrefixBytes + bytes);
        if (address != 0)
        {
            ref var store = ref BackingStore.At(heap, address);
            (store.Owner, store.Bytes) = (owner, bytes);
            if (heap.IsYoung(owner))
            {
                State.Young.Append(heap, address);
            }
            else
            {
                State.Old.Append(heap, address);
            }
        }

        return address;
    }

    /// <summary>After copying, before from-space is given up: what was not copied is dead. What is to be swept is prepared.</summary>
    public void PrepareAfterScavenge()
    {
        for (var address = State.Young.First; address != 0; address = BackingStore.At(heap, address).Next)
        {
            ref var store = ref BackingStore.At(heap, address);
            var isAlive = (heap.Flags(store.Owner) & Memory.PageFlags.From) == Memory.PageFlags.None;
            if (!isAlive && heap.Owned(store.Owner) is var header && Words.ObjectHeader.IsForwarded(header))
            {
                (store.Owner, isAlive) = (Words.Tagged.Address(header), true);
            }

            Decide(ref store, isAlive);
        }

        Prepare(State.Young.First);
        State.Young = default;
    }

    /// <summary>After marking: what is not marked is dead.</summary>
    public void NoteUnmarked()
    {
        State.Old.Append(heap, ref State.Young);
        for (var address = State.Old.First; address != 0; address = BackingStore.At(heap, address).Next)
        {
            ref var store = ref BackingStore.At(heap, address);
            store.Owner = heap.MarkBits.IsMarkedOwned(store.Owner) ? store.Owner : 0;
        }
    }

    /// <summary>After evacuation, before the evacuated pages are given up: what is to be swept is prepared.</summary>
    public void PrepareAfterEvacuation()
    {
        for (var address = State.Old.First; address != 0; address = BackingStore.At(heap, address).Next)
        {
            ref var store = ref BackingStore.At(heap, address);
            if (store.Owner != 0 && heap.Owned(store.Owner) is var header && Words.ObjectHeader.IsForwarded(header))
            {
                store.Owner = Words.Tagged.Address(header);
            }

            Decide(ref store, store.Owner != 0);
        }

        Prepare(State.Old.First);
        State.Old = default;
    }

    /// <summary>The sweeper is told to begin.</summary>
    public void BeginSweep() => State.Sweep.State = (long)BackingStoreSweepState.UnderWay;

    /// <summary>Sweeps a store. By who sweeps.</summary>
    /// <returns>Stores freed by it: one or none; negative: there is nothing more to sweep.</returns>
    public int SweepNext()
    {
        ref var sweep = ref State.Sweep;
        var address = sweep.Pending;
        if (address == 0)
        {
            return -1;
        }

        ref var store = ref BackingStore.At(heap, address);
        sweep.Pending = store.Next;
        switch ((BackingStoreFate)store.Fate)
        {
            case BackingStoreFate.Young: sweep.Young.Append(heap, address); return 0;
            case BackingStoreFate.Old: sweep.Old.Append(heap, address); return 0;
            default: sweep.Freed.Append(heap, address); return 1;
        }
    }

    /// <summary>The sweeper is done.</summary>
    public void EndSweep() => State.Sweep.State = (long)BackingStoreSweepState.Swept;

    /// <summary>Takes back what is swept, if it is: what was freed does not count any more.</summary>
    public void TakeSwept()
    {
        ref var sweep = ref State.Sweep;
        if (SweepState != BackingStoreSweepState.Swept)
        {
            return;
        }

        State.Young.Append(heap, ref sweep.Young);
        State.Old.Append(heap, ref sweep.Old);
        Count(-sweep.Freed.Bytes);
        for (var address = sweep.Freed.First; address != 0;)
        {
            var (next, bytes) = (BackingStore.At(heap, address).Next, BackingStore.At(heap, address).Bytes);
            _pool.Return(address, BackingStore.PrefixBytes + bytes);
            address = next;
        }

        sweep = default;
    }

    private void Decide(ref BackingStore store, bool isAlive)
    {
        store.Owner = isAlive ? store.Owner : 0;
        store.Fate = (long)(!isAlive ? BackingStoreFate.Dead
            : heap.IsYoung(store.Owner) ? BackingStoreFate.Young : BackingStoreFate.Old);
    }

    private void Prepare(long first)
    {
        Checking.Checks.DCheckEq((long)BackingStoreSweepState.None, State.Sweep.State);
        if (first != 0)
        {
            State.Sweep = new BackingStoreSweep { Pending = first, State = (long)BackingStoreSweepState.Prepared };
        }
    }
}
