namespace ConcurrentGc.Orinoco.Recording;

/// <summary>Phases of a cycle under V8's scope names. The numbers are part of the record's format.</summary>
/// <remarks>Source: V8 11.3, init/heap-symbols.h and heap/gc-tracer.h.</remarks>
public enum CollectionPhase
{
    /// <summary>From the request to the last mutator's answer.</summary>
    TimeToSafepoint = 1,

    /// <summary>Accounting before a collection, resize decision.</summary>
    HeapPrologue = 2,

    /// <summary>Limits, statistics, shrinking.</summary>
    HeapEpilogue = 3,

    /// <summary>Whole scavenge.</summary>
    Scavenge = 10,

    /// <summary>Roots of a scavenge.</summary>
    ScavengeRoots = 11,

    /// <summary>Parallel copying.</summary>
    ScavengeParallel = 12,

    /// <summary>Weak roots of a scavenge.</summary>
    ScavengeWeak = 13,

    /// <summary>References outside the heap.</summary>
    ScavengeUpdateReferences = 14,

    /// <summary>Empty remembered-set buckets are freed.</summary>
    ScavengeFreeRememberedSet = 15,

    /// <summary>What became of array buffers is noted; their backing stores are freed, or left to a helper.</summary>
    ScavengeSweepArrayBuffers = 16,

    /// <summary>Preparation: candidates, areas retired.</summary>
    MarkCompactPrologue = 20,

    /// <summary>Whole marking.</summary>
    Mark = 21,

    /// <summary>Roots, stack included.</summary>
    MarkRoots = 22,

    /// <summary>Closure with all workers.</summary>
    MarkFullClosureParallel = 23,

    /// <summary>Closure on the main thread.</summary>
    MarkFullClosure = 24,

    /// <summary>A look at all ephemerons for values whose keys are marked.</summary>
    MarkEphemeronMarking = 25,

    /// <summary>The closure that follows marked keys, after many looks.</summary>
    MarkEphemeronLinear = 26,

    /// <summary>Weak things are cleared.</summary>
    Clear = 30,

    /// <summary>Weak references, cells of registries and pairs of weak collections are cleared.</summary>
    ClearWeakReferences = 31,

    /// <summary>Sweeping starts: large pages, lists. On a helper: it sweeps.</summary>
    Sweep = 40,

    /// <summary>What an earlier full collection left to be swept is swept, because this one cannot begin before.</summary>
    CompleteSweeping = 41,

    /// <summary>The pause waits for what sweeps the backing stores of an earlier collection.</summary>
    CompleteSweepArrayBuffers = 42,

    /// <summary>Backing stores are swept on a helper.</summary>
    SweepArrayBuffers = 43,

    /// <summary>Whole evacuation.</summary>
    Evacuate = 50,

    /// <summary>Evacuation: preparation.</summary>
    EvacuatePrologue = 51,

    /// <summary>Evacuation: objects are copied.</summary>
    EvacuateCopy = 52,

    /// <summary>Evacuation: slots are rewritten.</summary>
    EvacuateUpdatePointers = 53,

    /// <summary>Evacuation: aborted and promoted pages.</summary>
    EvacuateCleanUp = 54,

    /// <summary>Evacuation: candidate pages are freed.</summary>
    EvacuateEpilogue = 55,

    /// <summary>New space gets its capacity back.</summary>
    EvacuateRebalance = 56,

    /// <summary>Sweepers are told to begin when the program goes on.</summary>
    Finish = 60,

    /// <summary>As <see cref="ScavengeSweepArrayBuffers"/>, in a full collection.</summary>
    FinishSweepArrayBuffers = 62,

    /// <summary>Counters and flags after the collection.</summary>
    MarkCompactEpilogue = 61,

    /// <summary>Marking starts: candidates, barriers, roots without stacks.</summary>
    IncrementalStart = 70,

    /// <summary>A marking step on the main thread while the program runs.</summary>
    Incremental = 71,

    /// <summary>Marking on a helper beside the program.</summary>
    MarkConcurrently = 72,
}
