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
}
