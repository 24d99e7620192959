using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Orinoco.Mutating;

// Note [Black allocation].
//
// What V8 expects to live long, objects of pretenured sites, it allocates in old space at once. While marking goes on such
// an object is born black:
//
//   1. the object is cut off the area of old space
//   2. its two mark bits are set, one atomic step each; its bytes count as live on its page
//   3. the program fills it and stores it somewhere
//
// It is in no field before 3, so no marker meets it earlier. It is never scanned: every store into it, the first ones too,
// must go through the write barrier, which shades the value; plain words may be zeros only. It lives until the next cycle,
// even if it dies at once: floating garbage, for the work that markers are spared.
// Born white (a setting), it is found like any other object: its holder is grey or on a stack, or the barrier shades it.
// Yuasa's barrier shades no new value, so with it such objects are black whatever is set: Note [Snapshot at the start].
// V8 sets the bits of the whole area when it is opened, and clears those of the rest when it is closed.
// Source: V8 11.3, heap/incremental-marking.cc (StartBlackAllocation), heap/paged-spaces.cc (RefillLabMain).

/// <summary>
/// One allocation in old space by a program, as a step machine. No safepoint lies between its first and its last step, but
/// where it returns <see cref="ProgramStop.NeedsCollection"/>. Objects are uninitialized, and must be filled before the
/// next safepoint, by way of the write barrier. Owner: the mutator.
/// </summary>
/// <param name="zaps">Whether gaps are overwritten when it sweeps.</param>
public struct OldAllocation(bool zaps)
{
    private readonly long _own = HeapControl.OffsetOf(nameof(HeapControl.Old));
    private OldSpaceRefill _refill = new(0, removesSlots: false, zaps, isProgram: true);
    private OldAllocationStep _next;
    private long _address;

    /// <summary>Allocates, or goes on with the allocation that is under way.</summary>
    /// <param name="context">The mutator's context; this is its <see cref="ProgramContext.Old"/>.</param>
    /// <param name="bytes">Size, a multiple of eight, from 16 to the largest regular one.</param>
    /// <param name="turn">The host.</param>
    /// <param name="address">Where the object is.</param>
    /// <param name="stop">What the program returns when there is no object yet; it repeats the call afterwards.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    /// <returns>Whether the object is there.</returns>
    public static bool TryAllocate<TTurn>(
        ref ProgramContext context, long bytes, ref TTurn turn, out long address, out ProgramStop stop)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        ref var own = ref context.Old;
        (address, stop) = (0, ProgramStop.InsideOperation);
        while (own._next != OldAllocationStep.Done)
        {
            var waits = false;
            switch (own._next)
            {
                case OldAllocationStep.Allocate when !own.Allocate(heap, ref context, bytes):
                    stop = ProgramStop.NeedsCollection;
                    return false;
                case OldAllocationStep.Allocate:
                    break;
                case OldAllocationStep.Refill when !own.Refill(heap, ref context, bytes, ref turn, out waits):
                    stop = ProgramStop.NeedsCollection;
                    return false;
                case OldAllocationStep.Refill:
                    break;
                case OldAllocationStep.Reach:
                    _ = heap.MarkBits.TryMark(own._address);
                    own._next = OldAllocationStep.Blacken;
                    break;
                default:
                    _ = heap.MarkBits.TryBlacken(own._address);
                    own._next = OldAllocationStep.Done;
                    break;
            }

            if (waits || !turn.Spend(Work.Step, 1))
            {
                return false;
            }
        }

        (address, own._next) = (own._address, OldAllocationStep.Allocate);
        return true;
    }

    /// <summary>Takes the object from the area, if no step or start of marking is due before it.</summary>
    /// <returns>False: the mutator must stand first.</returns>
    private bool Allocate(SharedHeap heap, ref ProgramContext context, long bytes)
    {
        ref var old = ref heap.Control.OldAllocation;
        if (heap.New.IsLargeStepDue(bytes))
        {
            heap.New.TakeStep(bytes, isLarge: true); // V8 counts all of the old generation in steps of this size
            context.IsStepDue = true;
            return false;
        }

        if (heap.Control.Old.Area.TryAllocate(bytes, out _address))
        {
            heap.New.CountLarge(bytes);
            old.AllocatedBytes += bytes;
            context.FailedAttempts = 0;
            var isWanted = old.IsBlack != 0 || heap.Control.Barrier.Kind == (long)BarrierKind.Yuasa;
            var isBlack = isWanted && heap.Control.Barrier.Duties != (long)BarrierDuties.None;
            if (isBlack)
            {
                LiveCount.Of(heap, heap.Control.Barrier.LiveCounts, _address) += bytes; // not as a marked object
            }

            _next = isBlack ? OldAllocationStep.Reach : OldAllocationStep.Done;
            return true;
        }

        if (heap.OldObjectBytes > old.MarkingLimitBytes)
        {
            context.IsMarkingDue = true;
            return false;
        }

        _refill.Begin(heap, _own, bytes);
        _next = OldAllocationStep.Refill;
        return true;
    }

    private bool Refill<TTurn>(SharedHeap heap, ref ProgramContext context, long bytes, ref TTurn turn, out bool waits)
        where TTurn : struct, ITurn, allows ref struct
    {
        waits = false;
        var state = _refill.State > RefillState.Failed ? _refill.Step(heap, ref turn, out waits) : _refill.State;
        if (state == RefillState.Failed)
        {
            context.FailedAttempts++;
            context.Request = new AllocationRequest(bytes, IsLarge: false, IsForced: false, IsOld: true);
        }

        _next = state <= RefillState.Failed ? OldAllocationStep.Allocate : OldAllocationStep.Refill;
        return state != RefillState.Failed;
    }
}
