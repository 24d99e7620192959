using ConcurrentGc.Heap.Barriers;

namespace ConcurrentGc.Orinoco.Defects;

/// <summary>All defects, with the rules that they break.</summary>
public static class KnownDefects
{
    private const BarrierKind V8 = BarrierKind.DijkstraStoreShade;

    /// <summary>In the order of <see cref="Defect"/>.</summary>
    public static IReadOnlyList<KnownDefect> All { get; } =
    [
        new(Defect.NothingShaded, V8, "a white value that is stored turns grey"),
        new(Defect.NothingRemembered, V8, "an old slot that points to a young object is remembered before the next safepoint"),
        new(Defect.NothingRecorded, V8, "barrier and markers record each slot that points to a candidate"),
        new(Defect.HalfAHybrid, BarrierKind.Hybrid, "without a snapshot of the stacks, the stored value is shaded too"),
        new(Defect.EarlyRetreat, BarrierKind.Steele, "the store comes before the look at the holder"),
        new(Defect.BarrierOffEarly, V8, "the barrier has its duties until no marker works any more"),
        new(Defect.StacksNotRescanned, V8, "stacks are grey until the pause has visited them"),
        new(Defect.ShadesNotFlushed, V8, "a pause empties the mutators' shade buffers"),
        new(Defect.HeldNotFlushed, V8, "what is put aside as on hold is grey"),
        new(Defect.MarkersNotAwaited, V8, "in a pause nobody works who was not told to"),
        new(Defect.OneDryIsEnough, V8, "a closure ends when all workers are dry at the same time"),
        new(Defect.GreyNotRewritten, V8, "a scavenge rewrites the lists of grey objects"),
        new(Defect.ColorsNotTransferred, V8, "a copy has the color of its original"),
        new(Defect.OneLookAtEphemerons, V8, "another look at ephemerons follows each closure"),
        new(Defect.WeakWordsNotCleared, V8, "a weak word to a dead object is cleared in the pause"),
        new(Defect.SlotsNotUpdated, V8, "each slot that points to a moved object is updated"),
        new(Defect.UntrackedRoot, V8, "at a safepoint each pointer that is used again is in a root"),
        new(Defect.ElidedBarrier, V8, "a new object needs no barrier until the next safepoint only"),
        new(Defect.StacksNotInSnapshot, BarrierKind.Yuasa, "a deletion barrier begins with all roots, stacks included"),
        new(Defect.NewbornsWhite, BarrierKind.Yuasa, "with a deletion barrier what is born while marking is not white in the end"),
        new(Defect.DyingNotScanned, BarrierKind.Yuasa, "with a deletion barrier what dies grey is scanned before it is forgotten"),
        new(Defect.WeakLoadsUnshaded, BarrierKind.Yuasa, "with a deletion barrier a weak load shades"),
        new(Defect.ShadedPlainly, V8, "mark bits of one word are set by atomic operations"),
        new(Defect.ShadedTwice, V8, "who turns an object grey notes it, and nobody else"),
        new(Defect.WokenStaysDry, V8, "a worker that is woken is not dry any more"),
        new(Defect.OneStandingIsEnough, V8, "a pause begins when all mutators stand"),
        new(Defect.WakeForgotten, V8, "who is woken while it stands goes on when it is told to"),
        new(Defect.SweepersNotAwaited, V8, "in a pause no page is being swept by who was not told to"),
        new(Defect.SweepingNotCompleted, V8, "marking begins with clean mark bits"),
        new(Defect.ChangedUnlocked, V8, "an object that markers may visit changes under the lock of its page"),
        new(Defect.TrimmedSlotsStay, V8, "who cuts words off removes their remembered slots"),
        new(Defect.ChangedSlotsStay, V8, "who makes tagged words raw has their remembered slots looked at"),
        new(Defect.AbortedSlotsNotRecorded, V8, "the slots of what stays on a candidate are recorded"),
        new(Defect.RootsNotUpdated, V8, "each root that points to a moved object is updated"),
        new(Defect.ClaimedTwice, V8, "one worker claims an object, and the others take its copy"),
        new(Defect.HandshakeWithoutFence, V8, "who stands at a safepoint has no store left that others do not see")
        {
            NeedsStoreBuffers = true,
        },
        new(Defect.HolderAskedPlainly, BarrierKind.Steele, "the look at the holder does not overtake the store")
        {
            NeedsStoreBuffers = true,
        },
    ];

    /// <summary>What is to be known of one.</summary>
    /// <param name="defect">Not none.</param>
    public static KnownDefect Of(Defect defect) => All[(int)defect - 1];
}
