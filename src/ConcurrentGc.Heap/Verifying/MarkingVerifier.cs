using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>
/// Checks what must hold while marking is under way and stands: the mutators are at safepoints, markers have paused.
/// </summary>
/// <remarks>Source: V8 11.3, heap/marking-verifier (VerifyMarking), which looks at the end of marking only.</remarks>
/// <param name="heap">The heap.</param>
/// <param name="findings">Takes violations, and has the starts of all objects.</param>
internal sealed class MarkingVerifier(SharedHeap heap, Findings findings)
{
    private BarrierDuties Duties => (BarrierDuties)heap.Control.Barrier.Duties;

    /// <summary>Whether marking is under way.</summary>
    public bool IsMarking => Duties != BarrierDuties.None;

    /// <summary>Checks the objects of a page.</summary>
    /// <param name="page">Address of a page that a space holds.</param>
    public void Verify(long page)
    {
        if (!IsMarking || heap.Page(page).Space == (long)SpaceId.ReadOnly)
        {
            return;
        }

        var end = page + heap.Geometry.PageBytes;
        for (var address = findings.Starts.Next(page, end); address < end; address = findings.Starts.Next(address + 8, end))
        {
            var header = heap.Owned(address);
            if (heap.MarkBits.ColorOf(address) == Color.Black && ObjectHeader.HasTaggedWords(header))
            {
                VerifyBlack(address, header);
            }
        }
    }

    private void VerifyBlack(long address, long header)
    {
        var isLarge = (heap.Flags(address) & PageFlags.Large) != PageFlags.None;
        if (isLarge && heap.Page(address).ScannedBytes != 0)
        {
            return; // a rest of it is grey
        }

        var bytes = ObjectHeader.SizeBytes(header, heap.Owned(address + sizeof(long)));
        var (first, end) = WeakWords.Strong(header, bytes);
        for (var slot = address + first; slot < address + end; slot += sizeof(long))
        {
            if (heap.Owned(slot) is var word && Tagged.IsPointer(word) && findings.IsInPages(word))
            {
                VerifySlot(slot, Tagged.Address(word));
            }
        }
    }

    private void VerifySlot(long slot, long target)
    {
        var keepsStrongInvariant = heap.Control.Barrier.Kind != (long)BarrierKind.Yuasa; // it protects by paths from grey objects
        if (keepsStrongInvariant && !heap.MarkBits.IsMarkedOwned(target))
        {
            findings.Report(HeapRule.BlackToWhite, slot, target);
        }

        const PageFlags unrecorded = PageFlags.EvacuationCandidate | PageFlags.Young;
        if ((heap.Flags(target) & PageFlags.EvacuationCandidate) != PageFlags.None
            && (heap.Flags(slot) & unrecorded) == PageFlags.None && !heap.OldToOld.Contains(slot))
        {
            findings.Report(HeapRule.CandidateSlot, slot, target);
        }
    }
}
