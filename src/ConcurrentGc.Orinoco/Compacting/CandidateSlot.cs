using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Orinoco.Compacting;

/// <summary>Which slots must be recorded so that compaction finds them.</summary>
/// <remarks>Source: V8 11.3, heap/mark-compact-inl.h (RecordSlot).</remarks>
internal static class CandidateSlot
{
    /// <summary>
    /// Whether a slot points to an evacuation candidate and is not moved itself: young holders and those on candidates are
    /// evacuated, and their slots recorded then.
    /// </summary>
    /// <param name="heap">The heap.</param>
    /// <param name="slot">Address of the word.</param>
    /// <param name="target">What it points to; a tag does not matter.</param>
    public static bool IsToRecord(SharedHeap heap, long slot, long target) =>
        (heap.Flags(target) & PageFlags.EvacuationCandidate) != PageFlags.None
        && (heap.Flags(slot) & (PageFlags.EvacuationCandidate | PageFlags.Young)) == PageFlags.None;
}
