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
    /// <param name="holder">The object that the word is in; zero: the caller does not know.</param>
    /// <param name="slot">Address of the word, inside its object; for a large object its page is that of the word.</param>
    /// <param name="value">The tagged word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(SharedHeap heap, long holder, long slot, long value)
    {
        if (heap.Control.Barrier.Duties != (long)BarrierDuties.None)
        {
            StoreWhileMarking(heap, holder, slot, value);
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

    /// <summary>
    /// What no path led to that a deletion barrier keeps turns grey while one is at work: what a weak word gave out, and what
    /// was born old. See Note [Snapshot at the start]. One atomic step.
    /// </summary>
    /// <param name="heap">The heap.</param>
    /// <param name="word">What was loaded from a weak word or from a pair of a table, or a new old object that is filled.</param>
    public static void KeepForSnapshot(SharedHeap heap, long word)
    {
        ref var barrier = ref heap.Control.Barrier;
        var isNeeded = barrier.Kind == (long)BarrierKind.Yuasa && barrier.Duties != (long)BarrierDuties.None;
        if (isNeeded && Tagged.IsPointer(word) && heap.MarkBits.TryMark(Tagged.Address(word)))
        {
            barrier.Shades++;
            barrier.UnpaidShades++;
            new ShadeBuffer(heap).Push(Tagged.Address(word));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreWhileMarking(SharedHeap heap, long holder, long slot, long value)
    {
        var store = new PointerStore(heap, holder, slot, value);
        while (store.Next != StoreStep.Done)
        {
            store.Step(heap);
        }
    }
}
