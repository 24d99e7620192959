using ConcurrentGc.Heap.Barriers;

namespace ConcurrentGc.Heap.Spaces;

/// <content>
/// Allocated bytes are counted while somebody wants to work along with the program: the limit of the area lies where the
/// next step is due. And what was allocated since the last step is on hold. See Note [Objects on hold].
/// </content>
/// <remarks>Source: V8 11.3, heap/allocation-observer.cc, heap/new-spaces.cc (original_top).</remarks>
public sealed partial class NewSpace
{
    // Note [Objects on hold].
    //
    // An object that was just allocated may be half initialized, and stores into it pass the write barrier by. So:
    //
    //   held:  the words from BarrierState.HeldStart to the end of its page (zero: none), and the object at HeldLarge
    //   1. the mutator moves HeldStart (release) when it takes a new area, before it allocates there, and publishes the
    //      objects before it, at a safepoint, by moving it up to the top. The old area's objects are published, too: one
    //      that is half initialized then is in no field yet
    //   2. a marker that has an object in hand loads HeldStart (acquire) and puts the object aside if it is held
    //   3. stores into held objects shade nothing
    //
    // A marker got the object from a field or a root, so the area's HeldStart was written before. An object that it does
    // not find held was published earlier: it is initialized, and every store into it since went through the barrier. It
    // cannot become held again, as areas begin in unused memory and from-space is reused in a pause only.
    // V8 keeps top and limit in two words, and loads them in this order; areas here end where their page ends, so one will do.

    /// <summary>Where the words end that the area can grow to: the limit may lie before it.</summary>
    public long AreaEnd => State.CurrentPage + _heap.Geometry.PageBytes;

    /// <summary>Whether the area has room for an object, but a step is due before it.</summary>
    /// <param name="bytes">Size, a regular one.</param>
    public bool IsStepDue(long bytes) => State.Area.Rest < bytes && AreaEnd - State.Area.Top >= bytes;

    /// <summary>Whether a step is due before a large object.</summary>
    /// <param name="bytes">Its size.</param>
    public bool IsLargeStepDue(long bytes) => State.StepBytes != 0 && State.LargeStepLeft < bytes;

    /// <summary>Byte offset of <see cref="BarrierState.HeldStart"/>. Shared.</summary>
    public long HeldStartAddress { get; } = BarrierState.OffsetOf(nameof(BarrierState.HeldStart));

    /// <summary>Byte offset of <see cref="BarrierState.HeldLarge"/>. Shared.</summary>
    public long HeldLargeAddress { get; } = BarrierState.OffsetOf(nameof(BarrierState.HeldLarge));

    /// <summary>Begins to count; the mutators stand.</summary>
    public void BeginSteps()
    {
        State.StepBytes = _heap.Geometry.AllocationStepBytes;
        (State.StepLeft, State.LargeStepLeft) = (State.StepBytes, _heap.Geometry.LargeAllocationStepBytes);
        State.CountedTo = State.Area.Top;
        SetLimit();
    }

    /// <summary>Counts no longer; the mutators stand.</summary>
    public void EndSteps()
    {
        State.StepBytes = 0;
        SetLimit();
    }

    /// <summary>Takes the step that is due before an object: the next one is due so many bytes behind it.</summary>
    /// <param name="bytes">Size of the object.</param>
    /// <param name="isLarge">Whether it is over the regular limit.</param>
    public void TakeStep(long bytes, bool isLarge)
    {
        if (isLarge)
        {
            State.LargeStepLeft = _heap.Geometry.LargeAllocationStepBytes + bytes;
            return;
        }

        State.StepLeft = State.StepBytes + bytes;
        State.CountedTo = State.Area.Top;
        SetLimit();
    }

    /// <summary>Counts a large object.</summary>
    /// <param name="bytes">Its size.</param>
    public void CountLarge(long bytes) => State.LargeStepLeft -= bytes;

    /// <summary>A collection begins: what it copies is not counted.</summary>
    public void BeginCollection()
    {
        Count();
        State.InCollection = 1;
        SetLimit();
    }

    /// <summary>The collection is over: counting goes on where it was.</summary>
    public void EndCollection()
    {
        State.InCollection = 0;
        State.CountedTo = State.Area.Top;
        SetLimit();
        ref var barrier = ref _heap.Control.Barrier; // the mutators stand, and no marker works
        (barrier.HeldStart, barrier.HeldLarge) = (FirstHeld, 0);
    }

    /// <summary>Objects that were allocated up to now are initialized: markers may scan them. One atomic step.</summary>
    public void PublishAllocations() => _heap.StoreRelease(HeldStartAddress, FirstHeld);

    /// <summary>The same for the large object. One atomic step.</summary>
    public void PublishLarge() => _heap.StoreRelease(HeldLargeAddress, 0);

    /// <summary>Puts a large object on hold that was just allocated. One atomic step.</summary>
    /// <param name="address">The object.</param>
    public void HoldLarge(long address) => _heap.StoreRelease(HeldLargeAddress, address);

    /// <summary>Whether a word lies in an object on hold, for the mutator, which alone changes what is.</summary>
    /// <param name="address">Of a word in a page.</param>
    public bool IsHeld(long address)
    {
        ref var barrier = ref _heap.Control.Barrier;
        return IsHeldFrom(barrier.HeldStart, address)
            || (barrier.HeldLarge != 0 && _heap.Page(address).Chunk == _heap.PageOf(barrier.HeldLarge));
    }

    /// <summary>Whether a young address is on hold, for a marker that has loaded where that begins.</summary>
    /// <param name="heldStart">What was loaded.</param>
    /// <param name="address">The address.</param>
    public bool IsHeldFrom(long heldStart, long address) =>
        address >= heldStart && _heap.PageOf(address) == _heap.PageOf(heldStart);

    /// <summary>Where objects on hold begin; zero in a full area, whose top is on the next page, of whatever space.</summary>
    private long FirstHeld => State.Area.Top == AreaEnd ? 0 : State.Area.Top;

    private void Count()
    {
        if (State.StepBytes != 0 && State.InCollection == 0)
        {
            State.StepLeft -= State.Area.Top - State.CountedTo;
            State.CountedTo = State.Area.Top;
        }
    }

    private void OpenArea(long start)
    {
        State.Area = new AllocationArea { Start = start, Top = start };
        State.CountedTo = start;
        SetLimit();
        if (State.StepBytes != 0 && State.InCollection == 0)
        {
            PublishAllocations(); // else nobody looks at what is on hold
        }
    }

    private void SetLimit()
    {
        var rest = AreaEnd - State.Area.Top;
        var isCounting = State.StepBytes != 0 && State.InCollection == 0;
        State.Area.Limit = State.Area.Top + (isCounting ? Math.Clamp(State.StepLeft, 0, rest) : rest);
    }
}
