namespace ConcurrentGc.Orinoco.Recording;

/// <summary>Numbers about one cycle. The numbers of the members are part of the record's format.</summary>
public enum Statistic
{
    /// <summary>Object bytes in all spaces before, read-only space left out; tails of new pages count.</summary>
    TotalBefore = 1,

    /// <summary>The same after.</summary>
    TotalAfter = 2,

    /// <summary>Committed bytes of all spaces before.</summary>
    CommittedBefore = 3,

    /// <summary>Committed bytes of all spaces after.</summary>
    CommittedAfter = 4,

    /// <summary>Bytes promoted to the old generation, large objects included.</summary>
    Promoted = 5,

    /// <summary>Bytes copied within new space.</summary>
    Copied = 6,

    /// <summary>Free and wasted bytes in old pages before.</summary>
    HolesBefore = 7,

    /// <summary>Free and wasted bytes in old pages after.</summary>
    HolesAfter = 8,

    /// <summary>Bytes of one semispace after: pages times area.</summary>
    SemispaceCapacity = 9,

    /// <summary>Used bytes of new space after.</summary>
    NewUsed = 10,

    /// <summary>Used bytes of old space after.</summary>
    OldUsed = 11,

    /// <summary>Committed bytes of old space after.</summary>
    OldCommitted = 12,

    /// <summary>Used bytes of the large-object space after.</summary>
    LargeUsed = 13,

    /// <summary>Used bytes of the new large-object space after.</summary>
    NewLargeUsed = 14,

    /// <summary>Used bytes of code space after.</summary>
    CodeUsed = 15,

    /// <summary>Objects copied within new space.</summary>
    ObjectsCopied = 16,

    /// <summary>Objects promoted.</summary>
    ObjectsPromoted = 17,

    /// <summary>Objects marked by a full collection.</summary>
    ObjectsMarked = 18,

    /// <summary>The old generation's allocation limit after, bytes.</summary>
    OldGenerationLimit = 19,

    /// <summary>Bytes in new space, large ones included, before: what survival ratios divide by.</summary>
    NewSizeBefore = 20,

    /// <summary>Young bytes that survived the previous scavenge within new space.</summary>
    PreviouslyCopied = 21,

    /// <summary>Parallel tasks of the cycle.</summary>
    Tasks = 22,

    /// <summary>Average survival ratio, hundredths of a percent.</summary>
    AverageSurvivalRatio = 23,

    /// <summary>Bytes copied by compaction of old pages.</summary>
    Compacted = 24,

    /// <summary>Incremental marking steps of the cycle.</summary>
    IncrementalSteps = 25,

    /// <summary>Main-thread nanoseconds of marking before the pause: the start and the steps.</summary>
    IncrementalNanoseconds = 26,

    /// <summary>The longest of them.</summary>
    LongestStepNanoseconds = 27,

    /// <summary>Nanoseconds from the start of marking to the end of the cycle.</summary>
    MarkingWallNanoseconds = 28,

    /// <summary>Bytes marked in steps on the main thread.</summary>
    IncrementalBytes = 29,

    /// <summary>Objects that the write barrier turned grey.</summary>
    ShadedObjects = 30,

    /// <summary>One: the collection saves memory at the price of time, V8's <c>(reduce)</c>; else zero.</summary>
    ReducesMemory = 31,

    /// <summary>Slots that stores have inserted into the store buffer since the cycle before; as the next ones only where there is one.</summary>
    StoreBufferInserts = 32,

    /// <summary>Of those, the ones that were found to be there already.</summary>
    StoreBufferDuplicates = 33,

    /// <summary>Entries of the store buffer that the cycle went through.</summary>
    StoreBufferEntries = 34,

    /// <summary>Pages that were exempted from the store buffer since the cycle before.</summary>
    StoreBufferExemptions = 35,

    /// <summary>Exempt pages that the cycle scanned.</summary>
    StoreBufferScannedPages = 36,
}
