using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Compacting;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Marking;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>Ephemerons, and the clearing of weak words: in the pause, by the main thread, all markers being dry.</content>
/// <remarks>Source: V8 11.3, heap/mark-compact.cc (MarkTransitiveClosureUntilFixpoint, ClearWeakCollections, ClearJSWeakRefs).</remarks>
public partial struct Collector
{
    /// <summary>V8's <c>--ephemeron-fixpoint-iterations</c>.</summary>
    private const int MaximumLooks = 10;

    // Note [Ephemerons].
    //
    // The value of a pair is alive when its table and its key are. Markers do not look into tables, they list them. When
    // all are dry the collector marks the values of marked keys; if there was one, the markers go on, and it looks again,
    // until a look finds none: then no closure can mark a key any more. Whatever a marker processed in between may have
    // been a key, so another look follows each closure (V8's bug 1252918 was to count ephemerons only).
    // A chain of n pairs in unlucky order would take n looks at all pairs. So after ten of them the collector notes the pairs
    // by their keys, and marker 0, alone, asks of each object that it turns black whether it is one: then its values are
    // grey, too. A key that was black before had its values marked by the look. Tables that are found meanwhile are
    // not noted; the next look finds their pairs, and all begins anew if there is one.

    /// <summary>All markers are dry: on to the values of marked keys, or to the end of marking.</summary>
    private void FinishClosure<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        EndPhase(ref turn, _closure);
        var isEnough = Has(Defect.OneLookAtEphemerons) && _closure == CollectionPhase.MarkFullClosure;
        if (isEnough || !MarkEphemeronValues(ref turn))
        {
            FinishMarking(ref turn);
        }
        else if (++_looks < MaximumLooks)
        {
            SendMarkers(CollectionPhase.MarkFullClosure, ref turn);
        }
        else
        {
            FollowKeys(ref turn);
        }
    }

    /// <summary>The linear algorithm.</summary>
    private void FollowKeys<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _closure = CollectionPhase.MarkEphemeronLinear;
        BeginPhase(ref turn, _closure);
        NotePairs(ref turn);
        Expect(1);
        turn.Send(_world.Marker(0), new MarkerMessage(MarkerVerb.FollowKeys, _epoch, (long)_closure));
    }

    private readonly void NotePairs<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var index = new EphemeronIndex(heap, Cycle(heap).Keys);
        var pairs = 0L;
        foreach (var table in Tables(heap))
        {
            pairs += Pairs(heap, table);
        }

        index.Clear(pairs);
        turn.Pay(Work.MarkWord, 2 * pairs);
        foreach (var table in Tables(heap))
        {
            for (var pair = 0; pair < Pairs(heap, table); pair++)
            {
                var slot = PairSlot(table, pair);
                var (key, value) = (heap.Owned(slot), heap.Owned(slot + sizeof(long)));
                if (Tagged.IsPointer(key) && Tagged.IsPointer(value) && !IsAlive(heap, value))
                {
                    index.Add(Tagged.Address(key), Tagged.Address(value));
                }
            }
        }
    }

    private readonly IEnumerable<long> Tables(SharedHeap heap)
    {
        var list = Weak(heap);
        for (var segment = list.First; segment != 0; segment = heap.Owned(segment))
        {
            for (var i = 0L; i < list.CountOf(segment); i++)
            {
                var address = heap.Owned(Worklist.EntryAddress(segment, i));
                if (ObjectHeader.Layout(heap.Owned(address)) == LayoutKind.EphemeronTable)
                {
                    yield return address;
                }
            }
        }
    }

    private static long Pairs(SharedHeap heap, long table) =>
        Tagged.ToInteger(heap.Owned(table + (WeakWords.TableCapacity * sizeof(long))));

    /// <summary>Marks the values of marked keys.</summary>
    /// <returns>Whether there was one.</returns>
    private readonly bool MarkEphemeronValues<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var list = Weak(heap);
        var found = false;
        if (list.First == 0)
        {
            return false;
        }

        BeginPhase(ref turn, CollectionPhase.MarkEphemeronMarking);
        foreach (var table in Tables(heap))
        {
            found |= MarkValues(table, ref turn);
        }

        FlushGreyObjects(heap);
        EndPhase(ref turn, CollectionPhase.MarkEphemeronMarking);
        return found;
    }

    private static bool MarkValues<TTurn>(long table, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var found = false;
        var pairs = Pairs(heap, table);
        turn.Pay(Work.MarkWord, 2L * pairs);
        for (var pair = 0; pair < pairs; pair++)
        {
            var slot = PairSlot(table, pair);
            var (key, value) = (heap.Owned(slot), heap.Owned(slot + sizeof(long)));
            if (IsAlive(heap, key) && Tagged.IsPointer(value) && !IsAlive(heap, value))
            {
                var address = Tagged.Address(value);
                heap.MarkBits.SetOwned(address, Heap.Marking.Color.Grey);
                new Heap.Barriers.ShadeBuffer(heap).Push(address);
                found = true;
            }
        }

        return found;
    }

    /// <summary>Weak words that point to dead objects are cleared; the slots of the others recorded. See Note [Weak words].</summary>
    private readonly void ClearWeakWords<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var list = Weak(heap);
        if (list.First == 0)
        {
            return;
        }

        BeginPhase(ref turn, CollectionPhase.ClearWeakReferences);
        for (var segment = list.TakeAll(); segment != 0;)
        {
            var next = heap.Owned(segment);
            for (var i = 0L; i < list.CountOf(segment); i++)
            {
                Clear(heap.Owned(Worklist.EntryAddress(segment, i)), ref turn);
            }

            list.Return(segment);
            segment = next;
        }

        EndPhase(ref turn, CollectionPhase.ClearWeakReferences);
    }

    private readonly void Clear<TTurn>(long address, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var header = heap.Owned(address);
        if (ObjectHeader.Layout(header) == LayoutKind.EphemeronTable)
        {
            ClearPairs(address, ref turn);
            return;
        }

        var (first, end) = WeakWords.Weak(header);
        turn.Pay(Work.MarkWord, end - first);
        for (var index = first; index < end; index++)
        {
            var died = ClearOrRecord(heap, address + (index * sizeof(long)));
            var isTarget = ObjectHeader.Layout(header) == LayoutKind.WeakCell && index == WeakWords.CellTarget;
            heap.Control.ClearedCells += died && isTarget ? 1 : 0;
        }
    }

    private readonly void ClearPairs<TTurn>(long table, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var pairs = Pairs(heap, table);
        turn.Pay(Work.MarkWord, 2L * pairs);
        for (var pair = 0; pair < pairs; pair++)
        {
            var slot = PairSlot(table, pair);
            if (!ClearOrRecord(heap, slot))
            {
                Record(heap, slot + sizeof(long));
                continue;
            }

            heap.Owned(slot + sizeof(long)) = Tagged.Zero;
            heap.Owned(table + (WeakWords.TableElements * sizeof(long))) -= Tagged.SmallInteger(1);
            heap.Owned(table + (WeakWords.TableDeleted * sizeof(long))) += Tagged.SmallInteger(1);
        }
    }

    /// <summary>Clears a word that points to a dead object.</summary>
    /// <returns>Whether it did.</returns>
    private readonly bool ClearOrRecord(SharedHeap heap, long slot)
    {
        ref var word = ref heap.Owned(slot);
        if (Tagged.IsPointer(word) && !IsAlive(heap, word))
        {
            word = Tagged.Zero;
            return true;
        }

        Record(heap, slot);
        return false;
    }

    private readonly void Record(SharedHeap heap, long slot)
    {
        var word = heap.Owned(slot);
        if (Cycle(heap).Compacting != 0 && Tagged.IsPointer(word) && CandidateSlot.IsToRecord(heap, slot, word))
        {
            heap.OldToOld.InsertOwned(slot);
        }
    }

    private static bool IsAlive(SharedHeap heap, long word) =>
        Tagged.IsPointer(word) && heap.MarkBits.IsMarkedOwned(Tagged.Address(word));

    private static long PairSlot(long table, int pair) =>
        table + ((WeakWords.TableFirstKey + (2L * pair)) * sizeof(long));
}
