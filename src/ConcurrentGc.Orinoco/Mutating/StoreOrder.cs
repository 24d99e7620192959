using ConcurrentGc.Heap.Barriers;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>The steps of a store by kind of barrier; a store leaves out those that it does not need. See Note [Kinds of barriers].</summary>
internal static class StoreOrder
{
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
        [StoreStep.Store, StoreStep.Remember, StoreStep.AnnounceBucket, StoreStep.InsertSlot],
    ];

    /// <summary>The steps of a kind, in order.</summary>
    /// <param name="kind">The kind.</param>
    public static StoreStep[] Of(BarrierKind kind) => _orders[(int)kind];
}
