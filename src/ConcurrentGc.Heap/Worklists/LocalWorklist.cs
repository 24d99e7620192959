using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Heap.Worklists;

/// <summary>A worker's own view of a worklist: one segment to push to, one to pop from. Its entries are invisible to others.</summary>
/// <remarks>Source: V8 11.3, heap/base/worklist.h (Worklist::Local).</remarks>
public struct LocalWorklist
{
    private const int PrefixBytes = 24;
    private const int CountOffset = 8;
    private const int RoomOffset = 16;

    private long _push;
    private long _pop;

    /// <summary>A view with two empty segments.</summary>
    /// <param name="worklist">The global worklist.</param>
    public LocalWorklist(Worklist worklist)
    {
        _push = worklist.TakeSegment();
        _pop = worklist.TakeSegment();
    }

    /// <summary>Whether the push segment is full: it must be published before the next push.</summary>
    /// <param name="heap">The heap.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsFull(SharedHeap heap) => heap.Owned(_push + CountOffset) == heap.Owned(_push + RoomOffset);

    /// <summary>Whether both segments are empty.</summary>
    /// <param name="heap">The heap.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsEmpty(SharedHeap heap) =>
        (heap.Owned(_push + CountOffset) | heap.Owned(_pop + CountOffset)) == 0;

    /// <summary>Entries in the push segment.</summary>
    /// <param name="heap">The heap.</param>
    public readonly long Pushed(SharedHeap heap) => heap.Owned(_push + CountOffset);

    /// <summary>Whether there is something to publish.</summary>
    /// <param name="heap">The heap.</param>
    public readonly bool HasPushed(SharedHeap heap) => heap.Owned(_push + CountOffset) != 0;

    /// <summary>Pushes an entry; the segment is not full.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="entry">The entry.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Push(SharedHeap heap, long entry)
    {
        ref var count = ref heap.Owned(_push + CountOffset);
        Checks.DCheckLt(count, heap.Owned(_push + RoomOffset));
        heap.Owned(_push + PrefixBytes + (count << 3)) = entry;
        count++;
    }

    /// <summary>Pops the entry pushed last, from the pop segment first.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>False: both segments are empty.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPop(SharedHeap heap, out long entry)
    {
        if (heap.Owned(_pop + CountOffset) == 0)
        {
            if (heap.Owned(_push + CountOffset) == 0)
            {
                entry = 0;
                return false;
            }

            (_push, _pop) = (_pop, _push);
        }

        ref var count = ref heap.Owned(_pop + CountOffset);
        count--;
        entry = heap.Owned(_pop + PrefixBytes + (count << 3));
        return true;
    }

    /// <summary>Pops the newest entry: what was pushed last is likely still in the cache.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>False: both segments are empty.</returns>
    /// <remarks>
    /// Departure: V8 pops its pop segment first, which makes the order breadth first by up to two segments; over a heap that
    /// is larger than the cache that costs several times as much an object.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryPopNewest(SharedHeap heap, out long entry)
    {
        var segment = heap.Owned(_push + CountOffset) != 0 ? _push : _pop;
        ref var count = ref heap.Owned(segment + CountOffset);
        if (count == 0)
        {
            entry = 0;
            return false;
        }

        count--;
        entry = heap.Owned(segment + PrefixBytes + (count << 3));
        return true;
    }

    /// <summary>Publishes the push segment. The caller holds the worklist's lock.</summary>
    /// <param name="worklist">The global worklist.</param>
    public void Publish(Worklist worklist) => _push = worklist.Publish(_push);

    /// <summary>Takes a published segment to pop from. The caller holds the worklist's lock; both segments are empty.</summary>
    /// <param name="worklist">The global worklist.</param>
    /// <returns>False: nothing is published.</returns>
    public bool TrySteal(Worklist worklist)
    {
        Checks.DCheck(worklist.IsEmptySegment(_pop)); // its entries would be lost
        var before = _pop;
        _pop = worklist.Steal(_pop);
        return _pop != before;
    }
}
