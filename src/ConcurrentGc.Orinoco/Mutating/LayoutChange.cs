using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// A change of an object in place, as a step machine: an array is trimmed at its end, or a changeable object becomes
/// another kind of object, no larger than before. No safepoint lies between its first and its last step.
/// </summary>
/// <remarks>
/// Source: V8 11.3, heap/heap.cc (NotifyObjectLayoutChange, NotifyObjectSizeChange, RightTrimArray), objects/string.cc
/// (MakeThin). Nothing here moves an object's start: V8 refuses that while marking, and no program here needs it.
/// </remarks>
public struct LayoutChange
{
    // Note [Layout changes].
    //
    // A marker beside the program reads an object's header, its length, then its words. What changes in place must be
    // right for each moment in between.
    //
    //   Trimming. What is cut off becomes a gap first; the length that ends before it is written last (release). A marker
    //   with the old length meets the gap, whose words are no pointers, and behind it pointers that were good when they
    //   were cut off: objects only move while no marker is inside an object. What they point to is floating garbage.
    //   Of a large array nothing becomes a gap: a full collection gives its last pages back.
    //
    //   Changing. A word that was tagged becomes raw: a marker that knows the old header would follow it. So such objects
    //   have a layout of their own, LayoutKind.Changeable; markers beside the program visit them under the shared side of
    //   their page's lock, and while marking is under way they change under its exclusive side.
    //
    // Slots may be recorded in words that are cut off or raw from now on. Nobody may take those for pointers:
    //
    //   - old-to-new slots of what is cut off are removed here. In old-to-old they stay, since a marker with the old length
    //     may insert them later: until the page is swept, which removes them, the words belong to nobody
    //   - a changed object is registered in SharedHeap.InvalidatedToNew, and while marking for compaction also in
    //     SharedHeap.InvalidatedToOld; who walks the slots drops those that the object's header does not make tagged words.
    //     It forgets the object when it is through: what is recorded later is right. A store buffer drops the entries at once
    //
    // A page's live bytes count a black object as large as it was when it was visited; sweeping finds the difference.
    // References that are overwritten are not shaded: Yuasa's barrier is not for programs that change objects in place.

    private static readonly LayoutStep[] _order =
    [
        LayoutStep.LockPage, LayoutStep.Overwrite, LayoutStep.FillSize, LayoutStep.FillNext, LayoutStep.FillHeader,
        LayoutStep.Publish, LayoutStep.UnlockPage,
    ];

    private readonly LayoutDuties _duties;
    private readonly long _object;
    private readonly long _published;
    private readonly long _word;
    private readonly long _end;
    private readonly long _gapBytes;
    private readonly long _raw;
    private readonly bool _changesKind;
    private readonly bool _isLarge;
    private readonly long _overwriteEnd;
    private long _cursor;
    private bool _isLocked;
    private int _at;

    private LayoutChange(SharedHeap heap, long address, long header, long second, bool changesKind, long raw, LayoutDuties duties)
    {
        var oldHeader = heap.Owned(address);
        var oldBytes = ObjectHeader.SizeBytes(oldHeader, heap.Owned(address + ObjectHeader.Bytes));
        var bytes = ObjectHeader.SizeBytes(header, second);
        Checks.DCheckLe(bytes, oldBytes);
        (_object, _duties, _changesKind, _raw) = (address, duties, changesKind, raw);
        (_published, _word) = changesKind ? (address, header) : (address + ObjectHeader.Bytes, second);
        (_end, _gapBytes) = (address + bytes, oldBytes - bytes);
        _isLarge = (heap.Flags(address) & PageFlags.Large) != PageFlags.None;
        if (changesKind)
        {
            (_cursor, _overwriteEnd) = (ObjectHeader.HasTaggedWords(header) ? _end : address + ObjectHeader.Bytes, _end);
        }
        else if (_isLarge && ObjectHeader.HasTaggedWords(header) && !heap.IsYoung(address))
        {
            (_cursor, _overwriteEnd) = (_end, _end + _gapBytes);
        }

        if (!NeedsLock(heap))
        {
            Invalidate(heap);
        }

        _at = -1;
        Next = FindNext(heap);
    }

    /// <summary>What comes next; a default change has nothing to do.</summary>
    public LayoutStep Next { get; private set; }

    /// <summary>The duties that a program keeps to.</summary>
    /// <param name="defect">A rule that it breaks on purpose, or none.</param>
    public static LayoutDuties DutiesUnder(Defect defect) => defect switch
    {
        Defect.ChangedUnlocked => LayoutDuties.All & ~LayoutDuties.PageLock,
        Defect.TrimmedSlotsStay => LayoutDuties.All & ~LayoutDuties.ClearedSlots,
        Defect.ChangedSlotsStay => LayoutDuties.All & ~LayoutDuties.InvalidatedToNew,
        _ => LayoutDuties.All,
    };

    /// <summary>An array that loses its last elements.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="array">Its address.</param>
    /// <param name="length">Elements that it keeps.</param>
    /// <param name="duties">Less than all for a control only.</param>
    public static LayoutChange Trim(SharedHeap heap, long array, int length, LayoutDuties duties = LayoutDuties.All)
    {
        var (header, second) = (heap.Owned(array), heap.Owned(array + ObjectHeader.Bytes));
        Checks.DCheck(ObjectHeader.FixedBytes(header) == 0 && !ObjectHeader.HasWeakWords(header));
        return new LayoutChange(heap, array, header, ((long)length << 32) | (uint)second, changesKind: false, 0, duties);
    }

    /// <summary>A changeable object that gets another header.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="address">Its address; its layout is <see cref="LayoutKind.Changeable"/>.</param>
    /// <param name="header">Of fixed size, without weak words, no larger than before.</param>
    /// <param name="raw">What all words behind the header become, when the new layout has no tagged ones.</param>
    /// <param name="duties">Less than all for a control only.</param>
    public static LayoutChange Become(
        SharedHeap heap, long address, long header, long raw, LayoutDuties duties = LayoutDuties.All)
    {
        Checks.DCheck(ObjectHeader.IsChangeable(heap.Owned(address)) && !ObjectHeader.HasWeakWords(header));
        Checks.DCheckLe(1, ObjectHeader.FixedBytes(header));
        return new LayoutChange(heap, address, header, 0, changesKind: true, raw, duties);
    }

    /// <summary>Trims an array at once, for programs that do not stop inside an operation.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="array">Its address.</param>
    /// <param name="length">Elements that it keeps.</param>
    public static void TrimNow(SharedHeap heap, long array, int length)
    {
        var change = Trim(heap, array, length);
        while (change.Next != LayoutStep.Done)
        {
            _ = change.TryStep(heap); // without a lock no step fails
        }
    }

    /// <summary>Makes the next step.</summary>
    /// <param name="heap">The heap.</param>
    /// <returns>False: a marker has the lock. End the slice, as waiting is a state, and try again.</returns>
    public bool TryStep(SharedHeap heap)
    {
        switch (Next)
        {
            case LayoutStep.LockPage:
                _isLocked = new PageLock(heap, _object).TryLockExclusive();
                if (!_isLocked)
                {
                    return false;
                }

                Invalidate(heap);
                break;
            case LayoutStep.Overwrite:
                heap.StoreRelaxed(_cursor, _changesKind ? _raw : Tagged.Zero);
                _cursor += sizeof(long);
                _at -= _cursor < _overwriteEnd ? 1 : 0;
                break;
            case LayoutStep.FillSize: heap.StoreRelaxed(_end + sizeof(long), _gapBytes << 32); break;
            case LayoutStep.FillNext: heap.StoreRelaxed(_end + (2 * sizeof(long)), 0); break;
            case LayoutStep.FillHeader: heap.StoreRelaxed(_end, FreeList.GapHeader(_gapBytes)); break;
            case LayoutStep.Publish: heap.StoreRelease(_published, _word); break;
            case LayoutStep.UnlockPage: new PageLock(heap, _object).UnlockExclusive(); break;
            default: throw new InvalidOperationException($"A change in place has no step {Next}.");
        }

        Next = FindNext(heap);
        return true;
    }

    private LayoutStep FindNext(SharedHeap heap)
    {
        while (++_at < _order.Length)
        {
            if (IsNeeded(heap, _order[_at]))
            {
                return _order[_at];
            }
        }

        return LayoutStep.Done;
    }

    private readonly bool IsNeeded(SharedHeap heap, LayoutStep step) => step switch
    {
        LayoutStep.LockPage => NeedsLock(heap),
        LayoutStep.Overwrite => _cursor < _overwriteEnd,
        LayoutStep.FillSize or LayoutStep.FillNext => !_isLarge && _gapBytes >= ObjectHeader.MinimumFreeBlockBytes,
        LayoutStep.FillHeader => !_isLarge && _gapBytes > 0,
        LayoutStep.UnlockPage => _isLocked,
        _ => true,
    };

    private readonly bool NeedsLock(SharedHeap heap) =>
        _changesKind && Owes(LayoutDuties.PageLock) && Has(heap, BarrierDuties.Marking);

    private readonly bool Owes(LayoutDuties duty) => (_duties & duty) != LayoutDuties.None;

    private static bool Has(SharedHeap heap, BarrierDuties duty) =>
        ((BarrierDuties)heap.Control.Barrier.Duties & duty) != BarrierDuties.None;

    /// <summary>
    /// No shared access: the old-to-new slots are the program's while it runs, and so are the registered objects. Objects on
    /// candidates are not registered for compaction, which does not look at their slots where they are.
    /// </summary>
    private readonly void Invalidate(SharedHeap heap)
    {
        var flags = heap.Flags(_object);
        if ((flags & PageFlags.Young) != PageFlags.None)
        {
            return;
        }

        if (heap.HasStoreBuffer)
        {
            heap.StoreBuffer.Forget(_changesKind && !ObjectHeader.HasTaggedWords(_word) ? _object : _end, _end + _gapBytes);
        }
        else if (Owes(LayoutDuties.ClearedSlots))
        {
            RemoveSlots(heap, _end, _end + _gapBytes);
        }

        if (_changesKind && !heap.HasStoreBuffer && Owes(LayoutDuties.InvalidatedToNew))
        {
            heap.InvalidatedToNew.Register(_object);
        }

        if (_changesKind && Owes(LayoutDuties.InvalidatedToOld) && Has(heap, BarrierDuties.Compacting)
            && (flags & PageFlags.EvacuationCandidate) == PageFlags.None)
        {
            heap.InvalidatedToOld.Register(_object);
        }
    }

    private static void RemoveSlots(SharedHeap heap, long start, long end)
    {
        for (var at = start; at < end;)
        {
            var next = Math.Min(end, heap.PageOf(at) + heap.Geometry.PageBytes);
            heap.OldToNew.RemoveRange(at, next);
            at = next;
        }
    }
}
