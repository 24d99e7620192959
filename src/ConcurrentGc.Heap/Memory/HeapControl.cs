using System.Runtime.InteropServices;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Sweeping;

namespace ConcurrentGc.Heap.Memory;

/// <summary>
/// The words at the start of the heap's range: the state of spaces, page allocator, side region and roots. Owner: the
/// main thread of the isolate, but for the words that a member says are shared.
/// </summary>
public struct HeapControl
{
    /// <summary>New space.</summary>
    public NewSpaceState New;

    /// <summary>Old space.</summary>
    public PagedSpaceState Old;

    /// <summary>Code space.</summary>
    public PagedSpaceState Code;

    /// <summary>Read-only space.</summary>
    public PagedSpaceState ReadOnly;

    /// <summary>New large-object space.</summary>
    public LargeSpaceState NewLarge;

    /// <summary>Large-object space.</summary>
    public LargeSpaceState Large;

    /// <summary>Pages to be swept, and swept ones.</summary>
    public SweepListsState Sweeping;

    /// <summary>Address of the bitmap of used pages.</summary>
    public long PageMap;

    /// <summary>No free page lies before this index.</summary>
    public long FirstFreePage;

    /// <summary>Pages that were ever handed out: the verifier walks no further.</summary>
    public long PagesEverUsed;

    /// <summary>End of the used part of the side region. Shared: only grows, by atomic addition.</summary>
    public long SideTop;

    /// <summary>Roots.</summary>
    public RootTableState Roots;

    /// <summary>The write barrier.</summary>
    public BarrierState Barrier;

    /// <summary>Weak roots.</summary>
    public WeakRootState WeakRoots;

    /// <summary>
    /// Weak cells whose target died and whose registry has not taken them yet: the collector adds, the program takes away.
    /// See Note [Weak words].
    /// </summary>
    public long ClearedCells;

    /// <summary>Allocation in old space by programs.</summary>
    public OldAllocationState OldAllocation;

    /// <summary>The store buffer, where that is the remembered set.</summary>
    public StoreBufferState StoreBuffer;

    /// <summary>Old-data space, where spaces go by content.</summary>
    public PagedSpaceState OldData;

    /// <summary>Map space, likewise.</summary>
    public PagedSpaceState Map;

    /// <summary>Cell space, likewise.</summary>
    public PagedSpaceState Cell;

    /// <summary>Property-cell space, likewise.</summary>
    public PagedSpaceState PropertyCell;

    /// <summary>Memory outside the heap that its objects keep.</summary>
    public ExternalMemoryState External;

    /// <summary>Byte offset of a member.</summary>
    /// <param name="member">Its name.</param>
    public static long OffsetOf(string member) => Marshal.OffsetOf<HeapControl>(member);
}
