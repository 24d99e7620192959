using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>Stores of tagged words into objects that are not known to be new, for programs that do not stop inside a store.</summary>
/// <remarks>
/// The steps are those of <see cref="PointerStore"/>; while no marking is under way, the first two of them. See
/// Note [Generational barrier] and Note [Marking barrier].
/// </remarks>
public static class WriteBarrier
{
    /// <summary>Stores a tagged word, with all that must follow before the next safepoint.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="slot">Address of the word, inside its object; for a large object its page is that of the word.</param>
    /// <param name="value">The tagged word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(SharedHeap heap, long slot, long value)
    {
        if (heap.Control.Barrier.Duties != (long)BarrierDuties.None)
        {
            StoreWhileMarking(heap, slot, value);
        }
        else if (!Tagged.IsPointer(value))
        {
            heap.Owned(slot) = value;
        }
        else
        {
            heap.Owned(slot) = value;
            if (!heap.IsYoung(slot) && heap.IsYoung(value))
            {
                heap.Remember(slot);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreWhileMarking(SharedHeap heap, long slot, long value)
    {
        var store = new PointerStore(heap, slot, value);
        while (store.Next != StoreStep.Done)
        {
            store.Step(heap);
        }
    }
}
