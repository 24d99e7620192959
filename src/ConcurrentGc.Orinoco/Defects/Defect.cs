namespace ConcurrentGc.Orinoco.Defects;

/// <summary>A rule that is broken on purpose, to show that checks and schedules are not blind. See <see cref="KnownDefects"/>.</summary>
/// <remarks>
/// Each is decided where a phase begins, by which steps a store has, or in a program: no loop over objects asks for one.
/// </remarks>
public enum Defect
{
    /// <summary>No rule is broken.</summary>
    None = 0,

    /// <summary>A store shades nothing.</summary>
    NothingShaded,

    /// <summary>A store does not remember an old slot that points to a young object.</summary>
    NothingRemembered,

    /// <summary>A store does not record a slot that points to an evacuation candidate.</summary>
    NothingRecorded,

    /// <summary>The hybrid barrier without its second half: it shades the overwritten value alone.</summary>
    HalfAHybrid,

    /// <summary>Steele's barrier looks at the holder before the store, when its scan may not have begun.</summary>
    EarlyRetreat,

    /// <summary>The barrier's duties end with the first scavenge while marking.</summary>
    BarrierOffEarly,

    /// <summary>The pause does not visit the stacks.</summary>
    StacksNotRescanned,

    /// <summary>What mutators shaded and did not send is not added to the grey objects in a pause.</summary>
    ShadesNotFlushed,

    /// <summary>Objects on hold are not added to the grey objects in a pause.</summary>
    HeldNotFlushed,

    /// <summary>A pause does not wait for all markers that work beside the program.</summary>
    MarkersNotAwaited,

    /// <summary>A parallel phase ends when one worker is dry.</summary>
    OneDryIsEnough,

    /// <summary>A scavenge leaves the lists of grey objects as they are.</summary>
    GreyNotRewritten,

    /// <summary>A scavenge does not give a copy the color of its original.</summary>
    ColorsNotTransferred,

    /// <summary>There is no further look at ephemerons behind the first closure.</summary>
    OneLookAtEphemerons,

    /// <summary>Weak words that point to the dead are not cleared.</summary>
    WeakWordsNotCleared,

    /// <summary>The first page with recorded slots is not updated.</summary>
    SlotsNotUpdated,

    /// <summary>A program keeps a pointer in a word that is no root.</summary>
    UntrackedRoot,

    /// <summary>A program leaves the barrier out for its newest object, whatever safepoints have been since.</summary>
    ElidedBarrier,

    /// <summary>A deletion barrier begins without the stacks.</summary>
    StacksNotInSnapshot,

    /// <summary>Under a deletion barrier, objects that are born while marking stay white.</summary>
    NewbornsWhite,

    /// <summary>Under a deletion barrier, grey objects that die young are dropped unscanned.</summary>
    DyingNotScanned,

    /// <summary>Under a deletion barrier, what a weak word gives out is not shaded.</summary>
    WeakLoadsUnshaded,

    /// <summary>A store shades by reading the word of mark bits and writing it, in two steps.</summary>
    ShadedPlainly,

    /// <summary>A store that finds its value white notes it, whoever turns it grey.</summary>
    ShadedTwice,

    /// <summary>A worker that is woken counts as dry still.</summary>
    WokenStaysDry,

    /// <summary>A pause begins when one mutator stands.</summary>
    OneStandingIsEnough,

    /// <summary>A program that is woken while it stands sleeps on.</summary>
    WakeForgotten,

    /// <summary>A pause does not wait for sweepers that work beside the program.</summary>
    SweepersNotAwaited,

    /// <summary>Marking begins before all pages are swept.</summary>
    SweepingNotCompleted,

    /// <summary>A program changes an object in place without the lock of its page.</summary>
    ChangedUnlocked,

    /// <summary>A program that trims an array leaves the remembered slots of what it cuts off.</summary>
    TrimmedSlotsStay,

    /// <summary>A program that changes an object in place does not say that its remembered slots may be invalid.</summary>
    ChangedSlotsStay,

    /// <summary>The slots of what stays on a page that could not be emptied are not recorded.</summary>
    AbortedSlotsNotRecorded,

    /// <summary>Roots that point to moved objects are not updated.</summary>
    RootsNotUpdated,

    /// <summary>A scavenger writes the forwarding address whether or not another one was first.</summary>
    ClaimedTwice,

    /// <summary>A mutator says that it stands while stores of it wait in the store buffer of its core.</summary>
    HandshakeWithoutFence,

    /// <summary>Steele's barrier asks for the holder's color by a load, which may be earlier than its store for others.</summary>
    HolderAskedPlainly,
}
