namespace ConcurrentGc.Heap.Verifying;

/// <summary>What must hold of a heap whose world stands; see <see cref="HeapVerifier"/>.</summary>
public enum HeapRule
{
    /// <summary>Pages of a space are linked forwards and backwards, as many as the space counts, each once.</summary>
    PageChain,

    /// <summary>Every page that is handed out is in exactly one space; a page of a space is handed out.</summary>
    PageOwnership,

    /// <summary>A page header names its space, its chunk and exactly the flags of its space; no claim of an object is left.</summary>
    PageHeader,

    /// <summary>Walking a page from object to object ends exactly at its end; no header is forwarded or unreadable.</summary>
    ObjectWalk,

    /// <summary>An object has at least two words and, on a regular page, at most the regular limit.</summary>
    ObjectSize,

    /// <summary>Allocated, free and wasted bytes of a page add up to its area.</summary>
    PageBytes,

    /// <summary>Free bytes of a page are the bytes of its linked blocks.</summary>
    FreeBytes,

    /// <summary>Wasted bytes of a page are at most the bytes of its fillers and unlinked blocks.</summary>
    WastedBytes,

    /// <summary>Live bytes of a page to be swept are the bytes of its marked objects; a swept page has none once it is linked.</summary>
    LiveBytes,

    /// <summary>Bytes of a space are the sum over its pages.</summary>
    SpaceBytes,

    /// <summary>An allocation area lies in the page that its space allocates from.</summary>
    AllocationArea,

    /// <summary>Used bytes of new space are what the walk finds.</summary>
    NewSpaceUsedBytes,

    /// <summary>A parked rest is a gap of its length in to-space.</summary>
    ParkedRest,

    /// <summary>The age mark lies in a page of to-space whose flag says so.</summary>
    AgeMark,

    /// <summary>A free block is whole, in a page of its space, in the category of its size, and linked once.</summary>
    FreeBlock,

    /// <summary>A space links exactly the pages that have blocks of a category.</summary>
    FreeListLinks,

    /// <summary>A pointer hits the start of an object.</summary>
    PointerTarget,

    /// <summary>No pointer leads into from-space.</summary>
    FromSpacePointer,

    /// <summary>Read-only objects point to read-only objects only: no collector visits them.</summary>
    ReadOnlyPointer,

    /// <summary>Objects of old-data space have no tagged word: no remembered slot is looked for there.</summary>
    DataPointer,

    /// <summary>A slot of an old page that points into a young one is remembered.</summary>
    RememberedSetComplete,

    /// <summary>A remembered slot is a tagged word of an object of an old page.</summary>
    RememberedSlot,

    /// <summary>A slot bit lies in a bucket that its page announces.</summary>
    SlotBucket,

    /// <summary>No old-to-old slot and no evacuation candidate is left while no marking is under way.</summary>
    CompactionLeftover,

    /// <summary>Mark bits are clear while no marking is under way, but on pages still to be swept; on read-only pages all are set.</summary>
    MarkBits,

    /// <summary>While marking is under way, no black object points to a white one.</summary>
    BlackToWhite,

    /// <summary>While marking is under way, slots of black old objects that point to evacuation candidates are recorded.</summary>
    CandidateSlot,

    /// <summary>A page that is to be swept holds black objects only; nobody is in the middle of one.</summary>
    Sweeping,

    /// <summary>
    /// The sweep lists hold exactly the pages that are to be swept, and those that are swept and not linked; without
    /// sweeping under way there is none of either.
    /// </summary>
    SweepLists,

    /// <summary>No lock of a space is held and no collection is noted as running.</summary>
    Lock,

    /// <summary>Every backing store is in one list, young or old as its array buffer, and that names it; lists count their bytes.</summary>
    BackingStore,

    /// <summary>A root range lies in the used part of the side region.</summary>
    RootRange,
}
