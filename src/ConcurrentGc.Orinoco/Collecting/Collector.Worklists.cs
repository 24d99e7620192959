using System.Numerics;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>Global lists: who is woken for a segment, and what a scavenge does to marking. See Note [Colors move along].</content>
public partial struct Collector
{
    private readonly Worklist Grey(SharedHeap heap) => new(heap, Cycle(heap).Grey);

    private readonly Worklist Held(SharedHeap heap) => new(heap, Cycle(heap).Held);

    private readonly Worklist Weak(SharedHeap heap) => new(heap, Cycle(heap).Weak);

    /// <summary>Grey objects that moved are found at their new place, and so are those with weak words; those that died are dropped.</summary>
    private readonly void RewriteGreyObjects<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        FlushGreyObjects(heap);
        if (KeepsSnapshot(heap) && !Has(Defect.DyingNotScanned))
        {
            ScanTheDying(heap, ref turn);
        }

        if (!Has(Defect.GreyNotRewritten))
        {
            Rewrite(heap, Grey(heap), ref turn);
        }

        Rewrite(heap, Weak(heap), ref turn);
    }

    private static void Rewrite<TTurn>(SharedHeap heap, Worklist list, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var segment = list.TakeAll(); segment != 0;)
        {
            var next = heap.Owned(segment);
            var entries = list.CountOf(segment);
            turn.Pay(Work.UpdateSlot, entries);
            var kept = RewriteSegment(heap, segment, entries);
            if (kept > 0)
            {
                list.SetCount(segment, kept);
                list.Append(segment);
            }
            else
            {
                list.Return(segment);
            }

            segment = next;
        }
    }

    private static long RewriteSegment(SharedHeap heap, long segment, long entries)
    {
        var kept = 0L;
        for (var i = 0L; i < entries; i++)
        {
            var entry = heap.Owned(Worklist.EntryAddress(segment, i));
            if ((heap.Flags(entry) & PageFlags.From) != PageFlags.None)
            {
                var header = heap.Owned(entry);
                if (!ObjectHeader.IsForwarded(header))
                {
                    continue;
                }

                entry = Tagged.Address(header);
            }

            heap.Owned(Worklist.EntryAddress(segment, kept++)) = entry;
        }

        return kept;
    }

    /// <summary>From-space is white again, and nothing of it counts as live.</summary>
    private readonly void ForgetFromSpace(SharedHeap heap)
    {
        for (var page = heap.Control.New.From.First; page != 0; page = heap.Page(page).Next)
        {
            heap.MarkBits.Clear(page, page + heap.Geometry.PageBytes);
            ForgetLiveCounts(heap, page);
        }
    }

    /// <summary>A large object died young.</summary>
    private readonly void ForgetLarge(SharedHeap heap, long page)
    {
        ForgetLiveCounts(heap, page);
        heap.Page(page).ScannedBytes = 0;
    }

    private readonly void ForgetLiveCounts(SharedHeap heap, long page)
    {
        for (var worker = 0; worker < _world.Workers; worker++)
        {
            LiveCount.Of(heap, _world.LiveCountsOf(heap, worker), page) = 0;
        }
    }

    /// <summary>Somebody published: one dry worker looks again.</summary>
    private void WakeOne<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_dry == 0)
        {
            return;
        }

        var worker = BitOperations.TrailingZeroCount(_dry);
        _dry &= _dry - 1;
        if (_phase == CollectorPhase.ScavengeCopy)
        {
            turn.Send(_world.Scavenger(worker), new(Scavenging.ScavengerVerb.Wake, _epoch));
        }
        else
        {
            turn.Send(_world.Marker(worker), new(Marking.MarkerVerb.Wake, _epoch));
        }
    }
}
