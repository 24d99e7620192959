using ConcurrentGc.Heap;

namespace ConcurrentGc.Orinoco.Footprint;

/// <summary>The fields of <c>process.memoryUsage()</c>, in bytes.</summary>
/// <param name="Resident">Memory that stands behind the whole process.</param>
/// <param name="HeapTotal">Committed by V8's heap.</param>
/// <param name="HeapUsed">Objects in it.</param>
/// <param name="External">Memory outside of the heap that objects in it keep.</param>
/// <param name="ArrayBuffers">The part of that which array buffers have.</param>
public readonly record struct ProcessFootprint(long Resident, long HeapTotal, long HeapUsed, long External, long ArrayBuffers)
{
    /// <summary>Reads a heap: by its mutator, or by anybody while the mutators stand.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="stackBytes">Bytes of frames of the program.</param>
    /// <param name="helpers">Threads of the pool.</param>
    public static ProcessFootprint Of(SharedHeap heap, long stackBytes, int helpers)
    {
        var spaces = HeapFootprint.Of(heap);
        return new ProcessFootprint(
            AddressSpace.Of(heap, stackBytes, helpers).Sum(range => range.ResidentBytes),
            spaces.Sum(space => space.Size),
            spaces.Sum(space => space.Used),
            NodeProcess.ExternalBytes + heap.External.Bytes,
            NodeProcess.ArrayBufferBytes + heap.External.Bytes);
    }
}
