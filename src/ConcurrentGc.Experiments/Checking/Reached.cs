namespace ConcurrentGc.Experiments.Checking;

/// <summary>What runs of the suite must reach, or they show nothing.</summary>
public enum Reached
{
    /// <summary>Scavenges.</summary>
    Scavenges,

    /// <summary>Full collections.</summary>
    MarkCompacts,

    /// <summary>Starts of marking beside the program.</summary>
    MarkingStarts,

    /// <summary>Marking steps on the main thread.</summary>
    MarkingSteps,

    /// <summary>Times that a helper began to mark beside the program.</summary>
    ConcurrentMarkings,

    /// <summary>Scavenges while marking was under way.</summary>
    ScavengesWhileMarking,

    /// <summary>Objects that the write barrier turned grey.</summary>
    ShadedObjects,

    /// <summary>Objects copied within new space.</summary>
    CopiedObjects,

    /// <summary>Objects promoted.</summary>
    PromotedObjects,

    /// <summary>Objects marked by full collections.</summary>
    MarkedObjects,

    /// <summary>Bytes that compaction moved.</summary>
    CompactedBytes,

    /// <summary>Candidates that kept some of their objects, where they were chosen before the pause.</summary>
    AbortedEvacuations,

    /// <summary>Full collections since memory was short.</summary>
    CollectionsUnderPressure,

    /// <summary>Times that the backing stores of array buffers were swept.</summary>
    BackingStoreSweeps,

    /// <summary>Remembered slots, as found before collections.</summary>
    RememberedSlots,

    /// <summary>Slots to candidates, as found before collections.</summary>
    RecordedSlots,

    /// <summary>Large arrays of which a part was scanned when a pause began.</summary>
    HalfScannedArrays,

    /// <summary>Pages with objects that changed in place, so that slots of theirs are not valid.</summary>
    InvalidatedPages,

    /// <summary>Bytes that programs allocated in old space.</summary>
    OldAllocatedBytes,

    /// <summary>Slots that stores put into the store buffer.</summary>
    StoreBufferEntries,

    /// <summary>Looks at ephemerons.</summary>
    LooksAtEphemerons,

    /// <summary>Weak cells whose target died.</summary>
    ClearedCells,

    /// <summary>Times that a sweeper began beside the program, or a worker swept for its room.</summary>
    Sweeps,

    /// <summary>Times that sweeping had to be completed first.</summary>
    CompletedSweepings,

    /// <summary>Times that a program slept.</summary>
    Sleeps,

    /// <summary>Frames that programs drew.</summary>
    Frames,

    /// <summary>Tasks in idle time that an embedder granted.</summary>
    IdleTasks,

    /// <summary>Full collections that a task began while the program slept.</summary>
    FinalizationsByTask,

    /// <summary>Last attempts before out of memory.</summary>
    LastResorts,

    /// <summary>Runs that were out of memory.</summary>
    FullHeaps,
}
