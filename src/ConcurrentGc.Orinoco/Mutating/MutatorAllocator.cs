using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// Allocation of young objects by a mutator. The fast path is a bump of the area in new space; programs may write it out
/// themselves: <c>heap.Control.New.Area</c>. Objects are white, uninitialized, and must be filled before the next safepoint.
/// </summary>
/// <remarks>Source: V8 11.3, heap/new-spaces.cc, heap/large-spaces.cc. Owner: the mutator.</remarks>
public static class MutatorAllocator
{
    /// <summary>Allocates.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="context">The mutator's context; the request is noted there when there is no room.</param>
    /// <param name="bytes">Size, a multiple of eight, at least 16.</param>
    /// <param name="address">Where the object is.</param>
    /// <returns>False: return <see cref="ProgramStop.NeedsCollection"/>; the same allocation is made again afterwards.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAllocate(SharedHeap heap, ref ProgramContext context, long bytes, out long address) =>
        context.CollectionInterval == 0 && bytes <= heap.Geometry.MaximumRegularObjectBytes
            && heap.Control.New.Area.TryAllocate(bytes, out address)
        || TryAllocateSlow(heap, ref context, bytes, out address);

    /// <summary>Allocates when the fast path had no room, for large objects, and under an interval setting.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="context">The mutator's context.</param>
    /// <param name="bytes">Size, a multiple of eight, at least 16.</param>
    /// <param name="address">Where the object is.</param>
    /// <returns>False: return <see cref="ProgramStop.NeedsCollection"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryAllocateSlow(SharedHeap heap, ref ProgramContext context, long bytes, out long address)
    {
        var isLarge = bytes > heap.Geometry.MaximumRegularObjectBytes;
        if (context.CollectionInterval != 0 && --context.AllocationsLeft < 0)
        {
            context.AllocationsLeft = context.CollectionInterval;
            context.Request = new AllocationRequest(bytes, isLarge, IsForced: true);
            address = 0;
            return false;
        }

        if (isLarge ? heap.New.IsLargeStepDue(bytes) : heap.New.IsStepDue(bytes))
        {
            heap.New.TakeStep(bytes, isLarge);
            context.IsStepDue = true;
            address = 0;
            return false;
        }

        var hasMoved = heap.Control.New.Area.Top != context.TopAtResume;
        if (isLarge ? TryAllocateLarge(heap, bytes, out address) : heap.New.TryAllocate(bytes, out address))
        {
            context.FailedAttempts = 0;
            return true;
        }

        var isNew = context.FailedAttempts == 0 || hasMoved || CollectionMadeRoom(heap, bytes, isLarge);
        context.FailedAttempts = isNew ? 1 : context.FailedAttempts + 1;
        context.Request = new AllocationRequest(bytes, isLarge, IsForced: false);
        return false;
    }

    /// <summary>
    /// Whether the last collection left room for the request, so that other mutators must have taken it: no attempt that
    /// failed. A collection leaves no young large object, so the pages of those that exist were free.
    /// </summary>
    private static bool CollectionMadeRoom(SharedHeap heap, long bytes, bool isLarge) => isLarge
        ? heap.Pages.HasGapWithout(SpaceId.NewLarge, heap.NewLarge.PagesFor(bytes))
        : bytes <= heap.New.RoomAfterCollection;

    private static bool TryAllocateLarge(SharedHeap heap, long bytes, out long address)
    {
        var used = heap.NewLarge.State.ObjectBytes;
        address = used > 0 && bytes > heap.New.LargeCapacityBytes - used ? 0 : heap.NewLarge.Allocate(bytes);
        if (address == 0)
        {
            return false;
        }

        heap.New.CountLarge(bytes);
        heap.New.HoldLarge(address);
        return true;
    }
}
