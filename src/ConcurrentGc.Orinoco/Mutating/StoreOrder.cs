using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// The steps of a store by kind of barrier, and by defect where that has other ones; a store leaves out those that it does
/// not need. See Note [Kinds of barriers].
/// </summary>
public static class StoreOrder
{
    private const int NothingRemembered = 6;
    private const int NothingRecorded = 7;
    private const int EarlyRetreat = 8;

    /// <summary>
    /// The number of a deletion barrier that shades the overwritten value after the store. It is right where marking ends at
    /// safepoints only.
    /// </summary>
    public const int YuasaAfter = 9;

    private const int ShadedPlainly = 10;
    private const int ShadedTwice = 11;
    private const int HolderAskedPlainly = 12;

    private static readonly StoreStep[][] _orders =
    [
        [
            StoreStep.Store, StoreStep.Remember, StoreStep.LookAtMark, StoreStep.Shade,
            StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
        [
            StoreStep.LookAtMark, StoreStep.Shade, StoreStep.Store, StoreStep.Remember,
            StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
        [
            StoreStep.LoadOld, StoreStep.LookAtOld, StoreStep.ShadeOld, StoreStep.Store, StoreStep.Remember,
            StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
        [
            StoreStep.LoadOld, StoreStep.LookAtOld, StoreStep.ShadeOld, StoreStep.LookAtMark, StoreStep.Shade,
            StoreStep.Store, StoreStep.Remember, StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
        [
            StoreStep.Store, StoreStep.Remember, StoreStep.LookAtMark, StoreStep.Retreat, StoreStep.Shade,
            StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
        [StoreStep.Store, StoreStep.Remember, StoreStep.AnnounceBucket, StoreStep.InsertSlot],
        [StoreStep.Store, StoreStep.LookAtMark, StoreStep.Shade, StoreStep.AnnounceBucket, StoreStep.InsertSlot],
        [StoreStep.Store, StoreStep.Remember, StoreStep.LookAtMark, StoreStep.Shade],
        [
            StoreStep.LookAtMark, StoreStep.Retreat, StoreStep.Shade, StoreStep.Store, StoreStep.Remember,
            StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
        [
            StoreStep.LoadOld, StoreStep.Store, StoreStep.Remember, StoreStep.LookAtOld, StoreStep.ShadeOld,
            StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
        [
            StoreStep.Store, StoreStep.Remember, StoreStep.LookAtMark, StoreStep.LoadMarks, StoreStep.StoreMarks,
            StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
        [
            StoreStep.Store, StoreStep.Remember, StoreStep.LookAtMark, StoreStep.ShadeAnyway,
            StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
        [
            StoreStep.Store, StoreStep.Remember, StoreStep.LookAtMark, StoreStep.LookAtHolder, StoreStep.Retreat,
            StoreStep.Shade, StoreStep.AnnounceBucket, StoreStep.InsertSlot,
        ],
    ];

    /// <summary>The number of an order.</summary>
    /// <param name="kind">The kind of barrier.</param>
    /// <param name="defect">A defect, or none.</param>
    public static int NumberOf(BarrierKind kind, Defect defect) => defect switch
    {
        Defect.NothingShaded => (int)BarrierKind.None,
        Defect.HalfAHybrid => (int)BarrierKind.Yuasa,
        Defect.NothingRemembered => NothingRemembered,
        Defect.NothingRecorded => NothingRecorded,
        Defect.EarlyRetreat => EarlyRetreat,
        Defect.ShadedPlainly => ShadedPlainly,
        Defect.ShadedTwice => ShadedTwice,
        Defect.HolderAskedPlainly => HolderAskedPlainly,
        _ => (int)kind,
    };

    /// <summary>The steps of an order.</summary>
    /// <param name="number">Its number.</param>
    public static ReadOnlySpan<StoreStep> Of(long number) => _orders[number];
}
