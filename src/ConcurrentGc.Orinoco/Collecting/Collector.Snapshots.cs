using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>What a deletion barrier needs of the collector, and rules that are broken on purpose.</content>
/// <remarks>
/// Source: Yuasa, Real-time garbage collection on general-purpose machines, 1990. Departure: objects are born white and
/// turn grey in the next pause; scavenges while marking.
/// </remarks>
public partial struct Collector
{
    // Note [Snapshot at the start].
    //
    // Yuasa's barrier shades what is overwritten, and nothing else: everything that was reachable when marking started is
    // kept, and so a black object may point to a white one, which is protected by a path from a grey one. Argument:
    //
    //   1. marking starts with all roots grey, the stacks' included: registers are overwritten without a barrier
    //   2. an object that was reachable then has a path from a grey object through white ones, as long as it is white. A
    //      store that cuts the path shades the next object on it, before it does so
    //   3. a scavenge drops grey objects that died young; before that they are scanned, as if by a marker, with what died
    //      behind them, so that the path goes on where it leaves from-space
    //   4. what a weak word gives out was on no path: the load shades it (WriteBarrier.KeepForSnapshot)
    //   5. what is born while marking is on no path either. If it is young it turns grey in the next pause, which ends every
    //      cycle too. If it is old it is born black (Note [Black allocation]), or grey where the program fills it at once, as
    //      code objects; map objects are roots, which the pause visits again
    //
    // A program must overwrite no pointer without the barrier: synthetic programs and traces do not, JavaScript does, where it
    // shortens arrays and deletes from tables, as V8 does. That the pause visits the stacks again adds nothing and harms nobody.

    private readonly bool Has(Defect defect) => _settings.Defect == (int)defect;

    private static bool KeepsSnapshot(SharedHeap heap) => heap.Control.Barrier.Kind == (long)BarrierKind.Yuasa;

    /// <summary>A scavenge begins; nobody looks at mark bits before its workers do.</summary>
    private readonly void BeginScavengeWhileMarking(SharedHeap heap)
    {
        if (IsMarking)
        {
            ShadeNewborns(heap);
            if (Has(Defect.ColorsNotTransferred))
            {
                Cycle(heap).Marking = 0;
            }

            if (Has(Defect.BarrierOffEarly))
            {
                heap.Control.Barrier.Duties = (long)BarrierDuties.None;
            }
        }
    }

    /// <summary>Turns grey what was allocated since the last collection: it stands behind the age mark.</summary>
    private readonly void ShadeNewborns(SharedHeap heap)
    {
        if (!KeepsSnapshot(heap) || Has(Defect.NewbornsWhite))
        {
            return;
        }

        ref var state = ref heap.New.State;
        for (var page = state.To.First; page != 0; page = page == state.CurrentPage ? 0 : heap.Page(page).Next)
        {
            var isOld = (heap.Flags(page) & PageFlags.BelowAgeMark) != PageFlags.None;
            if (!isOld || page == state.AgeMarkPage)
            {
                var end = page == state.CurrentPage ? state.Area.Top : page + heap.Geometry.PageBytes;
                ShadeObjects(heap, isOld ? state.AgeMark : page + heap.Geometry.AreaStartBytes, end);
            }
        }

        for (var page = heap.NewLarge.State.Objects.First; page != 0; page = heap.Page(page).Next)
        {
            ShadeWhite(heap, page + heap.Geometry.AreaStartBytes);
        }
    }

    private static void ShadeObjects(SharedHeap heap, long start, long end)
    {
        for (var address = start; address < end;)
        {
            var header = heap.Owned(address);
            if (ObjectHeader.Layout(header) is not (LayoutKind.Filler or LayoutKind.FreeBlock))
            {
                ShadeWhite(heap, address);
            }

            address += ObjectHeader.SizeBytes(header, heap.Owned(address + sizeof(long)));
        }
    }

    private static void ShadeWhite(SharedHeap heap, long address)
    {
        if (!heap.MarkBits.IsMarkedOwned(address))
        {
            heap.MarkBits.SetOwned(address, Heap.Marking.Color.Grey);
            new ShadeBuffer(heap).Push(address);
        }
    }

    /// <summary>
    /// Everything has been copied, and from-space is still what it was: what is grey and was left there is scanned, and what
    /// died behind it.
    /// </summary>
    private readonly void ScanTheDying<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var (list, scanned) = (Grey(heap), 0L);
        for (var segment = list.TakeAll(); segment != 0;)
        {
            for (var i = 0L; i < list.CountOf(segment); i++)
            {
                var entry = heap.Owned(Worklist.EntryAddress(segment, i));
                if (IsDying(heap, entry))
                {
                    ScanDying(heap, entry, ref turn);
                }
            }

            var next = heap.Owned(segment);
            heap.Owned(segment) = scanned;
            scanned = segment;
            segment = next != 0 ? next : TakeShaded(heap, list);
        }

        while (scanned != 0)
        {
            var next = heap.Owned(scanned);
            list.Append(scanned);
            scanned = next;
        }
    }

    private static long TakeShaded(SharedHeap heap, in Worklist list)
    {
        new ShadeBuffer(heap).Flush();
        return list.TakeAll();
    }

    private static bool IsDying(SharedHeap heap, long address) =>
        (heap.Flags(address) & PageFlags.From) != PageFlags.None && !ObjectHeader.IsForwarded(heap.Owned(address));

    private static void ScanDying<TTurn>(SharedHeap heap, long address, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var header = heap.Owned(address);
        var (first, end) = WeakWords.Strong(header, ObjectHeader.SizeBytes(header, heap.Owned(address + sizeof(long))));
        turn.Pay(Work.MarkWord, (end - first) / sizeof(long));
        for (var slot = address + first; slot < address + end; slot += sizeof(long))
        {
            if (heap.Owned(slot) is var word && Tagged.IsPointer(word))
            {
                ShadeWhite(heap, NewPlace(heap, Tagged.Address(word)));
            }
        }
    }

    /// <summary>Where an object is after the copying; a large one stays.</summary>
    private static long NewPlace(SharedHeap heap, long address)
    {
        const PageFlags regular = PageFlags.From | PageFlags.Large;
        var header = heap.Owned(address);
        return (heap.Flags(address) & regular) == PageFlags.From && ObjectHeader.IsForwarded(header)
            ? Tagged.Address(header) : address;
    }
}
