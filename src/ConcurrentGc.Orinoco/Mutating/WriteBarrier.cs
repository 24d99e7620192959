using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// The write barrier: after a store of a pointer into an object that is not known to be new, and before the next
/// safepoint. Generational part: a slot of an old page that points to a young one is remembered.
/// </summary>
/// <remarks>Source: V8 11.3, heap/heap-write-barrier-inl.h. See Note [Generational barrier].</remarks>
public static class WriteBarrier
{
    // Note [Generational barrier].
    //
    //   1. store:    holder.field = value
    //   2. remember: if holder's page is old and value's page is young, insert the slot
    //
    // No safepoint lies between 1 and 2, so a scavenge sees both or neither.
    // Elided for small integers, and for stores into an object that was allocated since the last safepoint: it is young.

    /// <summary>Runs the barrier.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="slot">Address of the word that was stored to, inside its object; for a large object its page is that of the word.</param>
    /// <param name="value">The tagged word that was stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AfterStore(SharedHeap heap, long slot, long value)
    {
        if (Tagged.IsPointer(value) && !heap.IsYoung(slot) && heap.IsYoung(value))
        {
            heap.OldToNew.InsertOwned(slot);
        }
    }
}
