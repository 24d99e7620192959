using ConcurrentGc.Heap;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>Memory outside the heap for a mutator's objects, and when that is a reason to collect.</summary>
/// <remarks>
/// Source: V8 11.3, heap/heap.cc (AllocateExternalBackingStore), heap/array-buffer-sweeper.cc (Append), api/api.cc
/// (AdjustAmountOfExternalAllocatedMemory). Departure: what V8 asks for behind the allocation, a mutator here asks for
/// before it, the bytes being counted already: an operation is repeated after a collection, and must not be half done.
/// </remarks>
public static class ExternalAllocator
{
    /// <summary>Asks for memory. Called again with the same request until it answers true; then it is taken, and counts.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="context">The mutator's context; the request is noted there.</param>
    /// <param name="bytes">How many; zero is granted.</param>
    /// <returns>False: return <see cref="ProgramStop.NeedsCollection"/>.</returns>
    public static bool TryReserve(SharedHeap heap, ref ProgramContext context, long bytes)
    {
        var external = heap.External;
        var young = external.YoungBytes;
        if (context.ExternalAnswered < ExternalRequest.Scavenge && young >= heap.Geometry.YoungExternalBytes && young >= bytes)
        {
            context.ExternalAsked = ExternalRequest.Scavenge;
            return false;
        }

        if (context.ExternalAnswered < ExternalRequest.Pressure)
        {
            external.TakeSwept();
            external.Count(bytes);
            if (bytes > 0 && external.Bytes > external.Limit)
            {
                context.ExternalAsked = ExternalRequest.Pressure;
                return false;
            }
        }

        context.ExternalAnswered = ExternalRequest.None;
        return true;
    }
}
