namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What the collector is told.</summary>
public enum CollectorVerb
{
    /// <summary>A mutator found no room and stands; epoch: attempts in a row.</summary>
    AllocationFailed = 1,

    /// <summary>A mutator stands at a safepoint.</summary>
    Stopped = 2,

    /// <summary>A mutator's program ended; it counts as standing for ever.</summary>
    ProgramEnded = 3,

    /// <summary>Worker 0 has visited the roots.</summary>
    RootsVisited = 4,

    /// <summary>A worker published a segment: dry workers may find work.</summary>
    Published = 5,

    /// <summary>A worker found all lists empty.</summary>
    RanDry = 6,

    /// <summary>A worker is done with its phase.</summary>
    Finished = 7,

    /// <summary>A sweeper found no page to be swept, or was paused.</summary>
    SweeperStopped = 8,

    /// <summary>A mutator stands because a marking step is due.</summary>
    StepDue = 9,

    /// <summary>Marker 0 has made a step; value: bytes marked.</summary>
    Stepped = 10,

    /// <summary>The same, and it found nothing more to do.</summary>
    SteppedDry = 11,

    /// <summary>A marker has published everything and stands.</summary>
    Paused = 12,

    /// <summary>A mutator's program sleeps; value: when it will wake, epoch: end of the idle time that is granted, zero: none.</summary>
    FellAsleep = 13,

    /// <summary>From the collector itself, later: the memory reducer's timer.</summary>
    TimerDue = 14,

    /// <summary>A mutator found no room in old space and stands; epoch: attempts in a row.</summary>
    OldAllocationFailed = 15,

    /// <summary>A mutator stands because old space has reached the limit: marking must start before it grows.</summary>
    MarkingDue = 16,

    /// <summary>The embedder says that memory is short; value: <see cref="MemoryPressure"/>.</summary>
    MemoryIsShort = 17,

    /// <summary>A mutator stands because of memory outside the heap; value: its request.</summary>
    ExternalMemoryPressure = 18,

    /// <summary>The sweeper of backing stores is done.</summary>
    BackingStoresSwept = 19,
}
