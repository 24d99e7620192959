namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What the collector waits for.</summary>
public enum CollectorPhase
{
    /// <summary>Nothing: the mutators run.</summary>
    Idle = 0,

    /// <summary>Every mutator to stand.</summary>
    Stopping = 1,

    /// <summary>Scavenger 0 to visit the roots.</summary>
    ScavengeRoots = 2,

    /// <summary>Every scavenger to be dry at the same time.</summary>
    ScavengeCopy = 3,

    /// <summary>One scavenger after the other to finish.</summary>
    ScavengeFinish = 4,

    /// <summary>Marker 0 to visit the roots.</summary>
    MarkRoots = 5,

    /// <summary>Every marker to be dry at the same time.</summary>
    MarkClosure = 6,

    /// <summary>Every compactor to finish copying.</summary>
    Evacuate = 7,

    /// <summary>Compactor 0 to rewrite the roots.</summary>
    UpdateRoots = 8,

    /// <summary>Every compactor to finish rewriting slots.</summary>
    UpdatePointers = 9,

    /// <summary>One compactor after the other to merge.</summary>
    EvacuateFinish = 10,

    /// <summary>Every sweeper that works beside the program to stop.</summary>
    StopSweepers = 11,

    /// <summary>Every page to be swept, since the collection cannot begin before.</summary>
    CompleteSweeping = 12,

    /// <summary>Nothing more: the heap is full and the run is over.</summary>
    OutOfMemory = 13,

    /// <summary>Marker 0 to visit the roots that are no stacks, as marking starts.</summary>
    MarkGlobals = 14,

    /// <summary>Marker 0 to make a step; mutators may run.</summary>
    Step = 15,

    /// <summary>Every marker to pause.</summary>
    PauseMarkers = 16,

    /// <summary>The sweeper of backing stores to be done.</summary>
    AwaitBackingStores = 17,
}
