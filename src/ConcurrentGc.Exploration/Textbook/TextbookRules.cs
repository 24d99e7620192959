using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Exploration.Textbook;

/// <summary>One set of rules of the textbook collector. See Note [The textbook collector].</summary>
/// <param name="Barrier">What a store does.</param>
/// <param name="HasSnapshot">Whether both registers are shaded, in one step, as marking starts.</param>
/// <param name="HasRescan">Whether both are shaded when nothing is grey, until that adds nothing.</param>
/// <param name="Newborns">When objects are born black.</param>
/// <param name="Pauses">Where marking may start and end.</param>
/// <param name="Variants">Other readings.</param>
public sealed record TextbookRules(
    TextbookBarrier Barrier,
    bool HasSnapshot,
    bool HasRescan,
    NewbornColor Newborns,
    CollectorPauses Pauses,
    TextbookVariants Variants = TextbookVariants.None)
{
    /// <summary>
    /// The steps of a store, from the production barrier's order. Those that the textbook's heap has no words for are left
    /// out: remembering slots, and looking before shading, which here is one step with it. Steele's re-grey is not
    /// followed by a shade, which production has for large holders only.
    /// </summary>
    public IReadOnlyList<StoreStep> StoreSteps =>
    [
        .. StoreOrder.Of(Order).ToArray().Where(step =>
            step is StoreStep.Store or StoreStep.LoadOld or StoreStep.ShadeOld or StoreStep.Retreat
            || (step == StoreStep.Shade && Barrier != TextbookBarrier.Steele)),
    ];

    private int Order => Barrier switch
    {
        TextbookBarrier.DijkstraStoreShade => (int)BarrierKind.DijkstraStoreShade,
        TextbookBarrier.DijkstraShadeStore => (int)BarrierKind.DijkstraShadeStore,
        TextbookBarrier.YuasaBefore => (int)BarrierKind.Yuasa,
        TextbookBarrier.YuasaAfter => StoreOrder.YuasaAfter,
        TextbookBarrier.Steele => (int)BarrierKind.Steele,
        TextbookBarrier.Hybrid => (int)BarrierKind.Hybrid,
        _ => (int)BarrierKind.None,
    };
}
