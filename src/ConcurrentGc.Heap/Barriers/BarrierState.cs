using System.Runtime.InteropServices;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Heap.Barriers;

/// <summary>Words of the write barrier and of what it shaded.</summary>
public struct BarrierState
{
    /// <summary><see cref="BarrierDuties"/>; written while the mutators stand.</summary>
    public long Duties;

    /// <summary><see cref="BarrierKind"/>; fixed for a run.</summary>
    public long Kind;

    /// <summary>Number of the order in which a store makes its steps; fixed for a run.</summary>
    public long Order;

    /// <summary>
    /// Byte offset of the live counts of worker 0, which runs on the main thread too: what is turned grey again is taken off.
    /// </summary>
    public long LiveCounts;

    /// <summary>Objects that the barrier turned grey since marking started. Owner: the main thread.</summary>
    public long Shades;

    /// <summary>Values that it looked at and that no mutator has paid for yet; likewise.</summary>
    public long UnpaidLooks;

    /// <summary>Objects that it turned grey and that no mutator has paid for yet; likewise.</summary>
    public long UnpaidShades;

    /// <summary>
    /// Young objects from here to the end of this page are on hold: no marker scans them. Shared: the mutator writes it,
    /// markers read it. Zero: none is.
    /// </summary>
    public long HeldStart;

    /// <summary>The young large object on hold. Shared likewise. Zero: none is.</summary>
    public long HeldLarge;

    /// <summary>Words of the <see cref="ShadeBuffer"/>.</summary>
    public ShadeBufferState Shaded;

    /// <summary>Byte offset of a member in the heap.</summary>
    /// <param name="member">Its name.</param>
    internal static long OffsetOf(string member) =>
        HeapControl.OffsetOf(nameof(HeapControl.Barrier)) + Marshal.OffsetOf<BarrierState>(member);
}
