namespace ConcurrentGc.Heap.Remembering;

/// <summary>How a heap remembers slots of old pages that point into new space.</summary>
public enum RememberedSetKind
{
    /// <summary>One bit a slot, by page: <see cref="Remembering.SlotSet"/>.</summary>
    SlotSet = 0,

    /// <summary>A list of slots: <see cref="Remembering.StoreBuffer"/>.</summary>
    StoreBuffer = 1,
}
