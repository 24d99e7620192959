using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Heap.Worklists;

/// <summary>A worker's own view of a worklist: one segment to push to, one to pop from. Its entries are invisible to others.</summary>
/// <remarks>
/// Source: V8 11.3, heap/base/worklist.h (Worklist::Local). How full the segments are stands here and not in their words,
/// so that a loop that copies the view to a local variable has it in registers.
/// </remarks>
public struct LocalWorklist
{
    private long _push;
    private long _pushTop;
    private long _pop;
    private long _popTop;

    /// <summary>A view with two empty segments.</summary>
    /// <param name="worklist">The global worklist.</param>
    public LocalWorklist(Worklist worklist)
    {
        _push = _pushTop = worklist.TakeSegment() + Worklist.PrefixBytes;
        _pop = _popTop = worklist.TakeSegment() + Worklist.PrefixBytes;
    }

    /// <summary>Entries in the push segment.</summary>
    public readonly long Pushed => (_pushTop - _push) >> 3;

    /// <summary>Whether there is something to publish.</summary>
    public readonly bool HasPushed => _pushTop != _push;

    /// <summary>Whether both segments are empty.</summary>
    public readonly bool IsEmpty => !HasPushed && _popTop == _pop;

    /// <summary>Whether the push segment is full: it must be published before the next push.</summary>
    /// <param name="heap">The heap.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsFull(SharedHeap heap) => _pushTop == heap.Owned(_push - Worklist.PrefixBytes + Worklist.EndOffset);

    /// <summary>Pushes an entry; the segment is not full.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="entry">The entry.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(SharedHeap heap, long entry)
    {
        if (Checks.Enabled)
        {
            Checks.DCheckLt(_pushTop, heap.Owned(_push - Worklist.PrefixBytes + Worklist.EndOffset)); // else the word would be loaded for nothing
        }

        heap.Owned(_pushTop) = entry;
        _pushTop += sizeof(long);
    }

    /// <summary>Pops the entry pushed last, from the pop segment first.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>False: both segments are empty.</returns>
    /// <remarks>
    /// Breadth first by up to two segments, so that segments fill and are published: helpers, and the next step of the main
    /// thread, find work. Depth first, a worker keeps to itself what is grey, and a step that finds nothing ends marking early.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPop(SharedHeap heap, out long entry)
    {
        if (_popTop == _pop)
        {
            if (!HasPushed)
            {
                entry = 0;
                return false;
            }

            (_push, _pushTop, _pop, _popTop) = (_pop, _popTop, _push, _pushTop);
        }

        _popTop -= sizeof(long);
        entry = Take(heap, _popTop);
        return true;
    }

    /// <summary>Pops the newest entry: what was pushed last is likely still in the cache.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>False: both segments are empty.</returns>
    /// <remarks>
    /// Departure: in a pause, too, V8 pops its pop segment first; over a heap that is larger than the cache that costs
    /// several times as much an object.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPopNewest(SharedHeap heap, out long entry)
    {
        if (HasPushed)
        {
            _pushTop -= sizeof(long);
            entry = Take(heap, _pushTop);
            return true;
        }

        if (_popTop != _pop)
        {
            _popTop -= sizeof(long);
            entry = Take(heap, _popTop);
            return true;
        }

        entry = 0;
        return false;
    }

    /// <summary>Where checks are on nothing stays behind, so that equal lists are equal words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Take(SharedHeap heap, long address)
    {
        var entry = heap.Owned(address);
        if (Checks.Enabled)
        {
            heap.Owned(address) = 0;
        }

        return entry;
    }

    /// <summary>Publishes the push segment. The caller holds the worklist's lock.</summary>
    /// <param name="worklist">The global worklist.</param>
    public void Publish(Worklist worklist)
    {
        _push = _pushTop = worklist.Publish(_push - Worklist.PrefixBytes, Pushed) + Worklist.PrefixBytes;
    }

    /// <summary>Publishes what both segments hold. The caller holds the worklist's lock.</summary>
    /// <param name="worklist">The global worklist.</param>
    public void PublishAll(Worklist worklist)
    {
        if (HasPushed)
        {
            Publish(worklist);
        }

        if (_popTop != _pop)
        {
            var entries = (_popTop - _pop) >> 3;
            _pop = _popTop = worklist.Publish(_pop - Worklist.PrefixBytes, entries) + Worklist.PrefixBytes;
        }
    }

    /// <summary>Takes a segment over to pop from, in exchange for the empty one; both segments are empty.</summary>
    /// <param name="segment">A segment that somebody else filled.</param>
    /// <param name="entries">How many entries it has.</param>
    /// <returns>The empty segment.</returns>
    public long Adopt(long segment, long entries)
    {
        Checks.DCheckEq(_popTop, _pop); // its entries would be lost
        var empty = _pop - Worklist.PrefixBytes;
        _pop = segment + Worklist.PrefixBytes;
        _popTop = _pop + (entries << 3);
        return empty;
    }

    /// <summary>Takes a published segment to pop from. The caller holds the worklist's lock; both segments are empty.</summary>
    /// <param name="worklist">The global worklist.</param>
    /// <returns>False: nothing is published.</returns>
    public bool TrySteal(Worklist worklist)
    {
        Checks.DCheckEq(_popTop, _pop); // its entries would be lost
        var segment = _pop - Worklist.PrefixBytes;
        if (!worklist.TrySteal(ref segment, out var entries))
        {
            return false;
        }

        _pop = segment + Worklist.PrefixBytes;
        _popTop = _pop + (entries << 3);
        return true;
    }
}
