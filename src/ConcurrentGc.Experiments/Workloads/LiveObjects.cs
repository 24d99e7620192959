using ConcurrentGc.Experiments.Programs;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Workloads;

/// <summary>
/// The objects of a synthetic program that live, each at a place. They are held by shelves: objects on the modeled heap
/// that consist of pointers, and that roots point to. A birth is a store into a shelf, and so is a death.
/// </summary>
internal struct LiveObjects
{
    /// <summary>Bytes of a shelf.</summary>
    public const long ShelfBytes = 4096;

    private const int MostShelves = 1 << 16;
    private const long PlacesOfShelf = (ShelfBytes / 8) - 1;

    // Two words a place: time of death, or the next free place; and where else the object is pointed to from.
    private GrowingWords _words;
    private long _roots;
    private int _range;
    private long _shelves;
    private long _firstFree;

    /// <summary>Places that there are, free or not.</summary>
    public readonly long Places => _shelves * PlacesOfShelf;

    /// <summary>Whether a place is free.</summary>
    public readonly bool HasFree => _firstFree != 0;

    /// <summary>Takes the roots.</summary>
    /// <param name="heap">The heap.</param>
    public void SetUp(SharedHeap heap)
    {
        _roots = heap.Side.Take(MostShelves);
        _range = heap.Roots.Add(_roots, 0);
    }

    /// <summary>Adds a shelf of free places.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="context">The mutator's.</param>
    /// <returns>False: no room.</returns>
    public bool TryAddShelf(SharedHeap heap, ref ProgramContext context)
    {
        if (_shelves == MostShelves)
        {
            throw new InvalidOperationException($"More than {Places} objects live at a time.");
        }

        if (!MutatorAllocator.TryAllocate(heap, ref context, ShelfBytes, out var address))
        {
            return false;
        }

        PlainObject.Initialize(heap, address, ShelfBytes, hasPointers: true);
        heap.Owned(_roots + (_shelves * 8)) = Tagged.FromAddress(address);
        var first = Places;
        _shelves++;
        heap.Roots.SetWords(_range, _shelves);
        _words.Reserve(heap, 2 * Places);
        for (var place = Places - 1; place >= first; place--)
        {
            Free(heap, place);
        }

        return true;
    }

    /// <summary>Puts a new object at a free place.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="address">The object.</param>
    /// <param name="death">When it dies.</param>
    /// <returns>The place.</returns>
    public long Add(SharedHeap heap, long address, long death)
    {
        var place = _firstFree - 1;
        _firstFree = _words.At(heap, 2 * place);
        _words.At(heap, 2 * place) = death;
        PlainObject.Store(heap, ShelfOf(heap, place), SlotOf(heap, place), Tagged.FromAddress(address));
        return place;
    }

    /// <summary>Lets go of an object.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="place">Its place.</param>
    public void Remove(SharedHeap heap, long place)
    {
        PlainObject.Store(heap, ShelfOf(heap, place), SlotOf(heap, place), Tagged.Zero);
        Free(heap, place);
    }

    /// <summary>The object at a place as a tagged word; zero when the place is free.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="place">The place.</param>
    public readonly long At(SharedHeap heap, long place) => heap.Owned(SlotOf(heap, place));

    /// <summary>When the object at a place dies.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="place">A place that is not free.</param>
    public readonly long DeathOf(SharedHeap heap, long place) => _words.At(heap, 2 * place);

    /// <summary>Where a store put a second pointer to the object at a place; zero: nowhere.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="place">A place that is not free.</param>
    public readonly ref long LinkOf(SharedHeap heap, long place) => ref _words.At(heap, (2 * place) + 1);

    private readonly long ShelfOf(SharedHeap heap, long place) =>
        Tagged.Address(heap.Owned(_roots + (place / PlacesOfShelf * 8)));

    private readonly long SlotOf(SharedHeap heap, long place) => ShelfOf(heap, place) + 8 + (place % PlacesOfShelf * 8);

    private void Free(SharedHeap heap, long place)
    {
        _words.At(heap, 2 * place) = _firstFree;
        _words.At(heap, (2 * place) + 1) = 0;
        _firstFree = place + 1;
    }
}
