using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Sweeping;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap;

/// <summary>
/// The one heap that all roles of a world share: flat words, addressed by byte offset. All state is in these words;
/// this object and the views it offers hold none, so that a copy of the words is a snapshot.
/// </summary>
/// <remarks>
/// A shared word is accessed by an operation named after its strength, each one atomic step. <see cref="Owned"/> and
/// <see cref="Page"/> are plain: the caller claims that nobody else reaches the word in this phase.
/// See the ownership table in ARCHITECTURE.md.
/// </remarks>
public sealed unsafe partial class SharedHeap : IDisposable
{
    private readonly HeapMemory _memory;
    private readonly byte* _start;
    private readonly AccessCounter? _counter;
    private readonly int _pageShift;
    private readonly int _headerShift;
    private readonly long _headersBias;
    private readonly long _firstPageNumber;
    private readonly long _markBitsBias;

    /// <summary>Reserves and lays out a heap without any page.</summary>
    /// <param name="geometry">Its sizes.</param>
    /// <param name="counter">Notes every shared access; null: nobody counts.</param>
    /// <exception cref="ArgumentException">There is a counter, and the checks are not enabled: it would count nothing.</exception>
    public SharedHeap(Geometry geometry, AccessCounter? counter = null)
    {
        if (counter is not null && !Checks.Enabled)
        {
            throw new ArgumentException($"Accesses are counted where {Checks.Switch} is on.", nameof(counter));
        }

        Geometry = geometry;
        Layout = new HeapLayout(geometry, sizeof(HeapControl));
        _memory = new HeapMemory(Layout.End);
        _start = _memory.Start;
        _counter = counter;
        _pageShift = geometry.PageShift;
        _headerShift = Layout.HeaderShift;
        _headersBias = Layout.HeadersStart - ((Layout.PagesStart >> _pageShift) << _headerShift);
        _firstPageNumber = Layout.PagesStart >> _pageShift;
        Side = new SideRegion(this);
        Side.Initialize();
        Pages = new PageAllocator(this);
        Pages.Initialize();
        _markBitsBias = Layout.MarkBitsStart - (Layout.PagesStart >> 6);
        OldToNew = new SlotSet(this, Layout.OldToNewStart, SlotSet.OldToNewBucketsOffset);
        OldToOld = new SlotSet(this, Layout.OldToOldStart, SlotSet.OldToOldBucketsOffset);
        (InvalidatedToNew, InvalidatedToOld) = (
            new InvalidatedSlots(this, Layout.InvalidatedToNewStart, SlotSet.InvalidatedToNewBucketsOffset),
            new InvalidatedSlots(this, Layout.InvalidatedToOldStart, SlotSet.InvalidatedToOldBucketsOffset));
        StoreBuffer = new StoreBuffer(this);
        HasStoreBuffer = geometry.RememberedSet == RememberedSetKind.StoreBuffer;
        if (HasStoreBuffer)
        {
            StoreBuffer.Initialize();
        }

        FreeList = new FreeList(this);
        Sweeping = new SweepLists(this);
        Old = new PagedSpace(this, SpaceId.Old, HeapControl.OffsetOf(nameof(HeapControl.Old)));
        Code = new PagedSpace(this, SpaceId.Code, HeapControl.OffsetOf(nameof(HeapControl.Code)));
        ReadOnly = new PagedSpace(this, SpaceId.ReadOnly, HeapControl.OffsetOf(nameof(HeapControl.ReadOnly)));
        Large = new LargeObjectSpace(this, SpaceId.Large, HeapControl.OffsetOf(nameof(HeapControl.Large)));
        NewLarge = new LargeObjectSpace(this, SpaceId.NewLarge, HeapControl.OffsetOf(nameof(HeapControl.NewLarge)));
        (OldData, Map, Cell, PropertyCell) = (Old, Old, Old, Old);
        OldSpaces = [Old, Code];
        if (geometry.HasSpacesByContent)
        {
            OldData = new PagedSpace(this, SpaceId.OldData, HeapControl.OffsetOf(nameof(HeapControl.OldData)));
            Map = new PagedSpace(this, SpaceId.Map, HeapControl.OffsetOf(nameof(HeapControl.Map)));
            Cell = new PagedSpace(this, SpaceId.Cell, HeapControl.OffsetOf(nameof(HeapControl.Cell)));
            PropertyCell = new PagedSpace(this, SpaceId.PropertyCell, HeapControl.OffsetOf(nameof(HeapControl.PropertyCell)));
            OldSpaces = [Old, Code, OldData, Map, Cell, PropertyCell];
        }

        New = new NewSpace(this);
        (Roots, WeakRoots, External) = (new RootSet(this), new WeakRoots(this), new ExternalMemory(this));
    }

    /// <summary>Its sizes.</summary>
    public Geometry Geometry { get; }

    /// <summary>Where its parts begin.</summary>
    public HeapLayout Layout { get; }

    /// <summary>Regions of words outside the pages.</summary>
    public SideRegion Side { get; }

    /// <summary>Hands out pages.</summary>
    public PageAllocator Pages { get; }

    /// <summary>Mark bits of all pages.</summary>
    public MarkBits MarkBits => new(this, _markBitsBias);

    /// <summary>
    /// Remembered set: slots in old pages that may point into new space. With a store buffer it has none, and says only which
    /// pages are exempt: see Note [Store buffer].
    /// </summary>
    public SlotSet OldToNew { get; }

    /// <summary>The remembered set where it is a list.</summary>
    public StoreBuffer StoreBuffer { get; }

    /// <summary>Whether it is.</summary>
    public bool HasStoreBuffer { get; }

    /// <summary>Slots in old pages that point to evacuation candidates.</summary>
    public SlotSet OldToOld { get; }

    /// <summary>Objects whose slots in <see cref="OldToNew"/> may not be tagged words any more.</summary>
    public InvalidatedSlots InvalidatedToNew { get; }

    /// <summary>Objects whose slots in <see cref="OldToOld"/> may not be tagged words any more.</summary>
    public InvalidatedSlots InvalidatedToOld { get; }

    /// <summary>Free blocks by category.</summary>
    public FreeList FreeList { get; }

    /// <summary>Pages to be swept, and swept ones.</summary>
    public SweepLists Sweeping { get; }

    /// <summary>Young objects.</summary>
    public NewSpace New { get; }

    /// <summary>Young large objects.</summary>
    public LargeObjectSpace NewLarge { get; }

    /// <summary>Tenured objects; where spaces go by content, those that can hold pointers.</summary>
    public PagedSpace Old { get; }

    /// <summary>Tenured objects without pointers; old space where there is no such space.</summary>
    public PagedSpace OldData { get; }

    /// <summary>Map objects; old space where there is no such space.</summary>
    public PagedSpace Map { get; }

    /// <summary>Cells of closures; old space where there is no such space.</summary>
    public PagedSpace Cell { get; }

    /// <summary>Cells of global variables; old space where there is no such space.</summary>
    public PagedSpace PropertyCell { get; }

    /// <summary>The spaces of the old generation with pages that are swept, each once.</summary>
    public IReadOnlyList<PagedSpace> OldSpaces { get; }

    /// <summary>Instruction streams.</summary>
    public PagedSpace Code { get; }

    /// <summary>Immortal objects.</summary>
    public PagedSpace ReadOnly { get; }

    /// <summary>Old large objects.</summary>
    public LargeObjectSpace Large { get; }

    /// <summary>Bytes of objects of the old generation.</summary>
    public long OldObjectBytes => Large.State.ObjectBytes + OldSpaceSums.ObjectBytes(this);

    /// <summary>Bytes that the pages of the old generation take.</summary>
    public long OldCommittedBytes => Large.State.CommittedBytes + OldSpaceSums.CommittedBytes(this);

    /// <summary>Roots of all isolates.</summary>
    public RootSet Roots { get; }

    /// <summary>Words that follow objects without keeping them.</summary>
    public WeakRoots WeakRoots { get; }

    /// <summary>Memory outside the heap that its objects keep.</summary>
    public ExternalMemory External { get; }

    /// <summary>The control words.</summary>
    public ref HeapControl Control => ref Unsafe.AsRef<HeapControl>(_start);

    /// <summary>
    /// The first byte of the range. For bulk work on owned words only: the JavaScript loop, copying in a stopped world.
    /// </summary>
    public byte* Start => _start;

    /// <summary>An owned word: a plain access. The caller claims that no other role reaches it in this phase.</summary>
    /// <param name="address">Byte offset, a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref long Owned(long address) => ref Unsafe.AsRef<long>(_start + address);

    /// <summary>Asks for a word to be brought near, where the processor can be asked. No access: it reads nothing.</summary>
    /// <remarks>
    /// Into the second-level cache: where words follow each other the processor has them there already, and then to fetch
    /// them into the first level costs more than it brings.
    /// </remarks>
    /// <param name="address">Byte offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(long address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(_start + address);
        }
    }

    /// <summary>Copies owned words; the ranges may overlap.</summary>
    /// <param name="from">Byte offset of the first.</param>
    /// <param name="to">Byte offset of their new place.</param>
    /// <param name="bytes">A multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyOwned(long from, long to, long bytes) =>
        Buffer.MemoryCopy(_start + from, _start + to, bytes, bytes);

    /// <summary>A mutator has written a young pointer into an old page: remembers the slot, in whichever set there is.</summary>
    /// <param name="slot">Address of the word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remember(long slot)
    {
        if (HasStoreBuffer)
        {
            StoreBuffer.Insert(slot);
        }
        else
        {
            OldToNew.InsertOwned(slot);
        }
    }

    /// <summary>A space of the old generation with pages that are swept.</summary>
    /// <param name="id">Old, code, or one of those by content.</param>
    public PagedSpace OldSpace(SpaceId id) => id switch
    {
        SpaceId.Old => Old,
        SpaceId.Code => Code,
        SpaceId.OldData => OldData,
        SpaceId.Map => Map,
        SpaceId.Cell => Cell,
        SpaceId.PropertyCell => PropertyCell,
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "No such space is swept."),
    };

    /// <summary>Where an object belongs that becomes old.</summary>
    /// <param name="header">Its header, not forwarded.</param>
    public PagedSpace OldSpaceFor(long header) => ObjectHeader.HasTaggedWords(header) ? Old : OldData;

    /// <summary>The page of an address: its low bits cleared.</summary>
    /// <param name="address">An address inside a page.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long PageOf(long address) => address & -(1L << _pageShift);

    /// <summary>Where the words of a regular page that objects can use end.</summary>
    /// <param name="page">Its address.</param>
    public long AreaEnd(long page) => page + Geometry.PageBytes - Page(page).TrimmedBytes;

    /// <summary>The number of an address's page, from zero.</summary>
    /// <param name="address">An address inside a page.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long PageNumber(long address) => (address >> _pageShift) - _firstPageNumber;

    /// <summary>The header of a page; see its fields for who owns what.</summary>
    /// <param name="address">Any address inside the page.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PageHeader Page(long address) => ref Unsafe.AsRef<PageHeader>(_start + HeaderAddress(address));

    /// <summary>The flags of a page.</summary>
    /// <param name="address">Any address inside the page.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PageFlags Flags(long address) => (PageFlags)(*(long*)(_start + HeaderAddress(address)));

    /// <summary>Byte offset of a page's header.</summary>
    /// <param name="address">Any address inside the page.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long HeaderAddress(long address) => _headersBias + ((address >> _pageShift) << _headerShift);

    /// <summary>Whether the page of an address is young.</summary>
    /// <param name="address">Any address inside a page.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsYoung(long address) => (Flags(address) & PageFlags.Young) != PageFlags.None;

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _memory.Dispose();
}
