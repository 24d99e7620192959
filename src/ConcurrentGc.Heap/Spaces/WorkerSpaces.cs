using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Spaces;

/// <summary>
/// The spaces that one worker fills with objects that become or stay old, and that are merged afterwards: one, or where
/// spaces go by content one for objects with pointers and one for those without. Owner: the worker.
/// </summary>
public readonly struct WorkerSpaces
{
    private readonly long _pointers;
    private readonly long _data;

    /// <summary>Makes empty ones.</summary>
    /// <param name="heap">The heap; their words are taken from it.</param>
    public WorkerSpaces(SharedHeap heap)
    {
        _pointers = PagedSpace.TakeLocal(heap);
        _data = heap.Geometry.HasSpacesByContent ? PagedSpace.TakeLocal(heap, SpaceId.OldData) : _pointers;
    }

    /// <summary>Byte offset of the words of the space that an object belongs to.</summary>
    /// <param name="header">Its header, not forwarded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long WordsFor(long header) => ObjectHeader.HasTaggedWords(header) ? _pointers : _data;

    /// <summary>The space of objects with pointers.</summary>
    /// <param name="heap">The heap.</param>
    public PagedSpace Pointers(SharedHeap heap) => new(heap, _pointers);

    /// <summary>The heap's spaces take the pages over. The mutators stand and no other worker is at it.</summary>
    /// <param name="heap">The heap.</param>
    public void Merge(SharedHeap heap)
    {
        heap.Old.Merge(Pointers(heap));
        if (_data != _pointers)
        {
            heap.OldData.Merge(new PagedSpace(heap, _data));
        }
    }
}
