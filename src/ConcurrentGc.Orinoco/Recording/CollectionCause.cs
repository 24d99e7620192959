namespace ConcurrentGc.Orinoco.Recording;

/// <summary>Why a cycle ran; V8's garbage collection reasons. The numbers are part of the record's format.</summary>
public enum CollectionCause
{
    /// <summary>No cause was given.</summary>
    Unknown = 0,

    /// <summary>New space was full.</summary>
    AllocationFailure = 1,

    /// <summary>The old generation passed its limit.</summary>
    AllocationLimit = 2,

    /// <summary>Incremental marking was finalized by the stack guard.</summary>
    FinalizeMarkingViaStackGuard = 3,

    /// <summary>The last attempt before out of memory.</summary>
    LastResort = 4,

    /// <summary>A test asked for it (for example a collection at every allocation).</summary>
    Testing = 5,

    /// <summary>A task, while the program slept, found new space nearly full.</summary>
    Task = 6,

    /// <summary>Incremental marking was finalized by a task, while the program slept.</summary>
    FinalizeMarkingViaTask = 7,

    /// <summary>New space was scavenged in idle time.</summary>
    IdleTask = 8,

    /// <summary>The embedder said that memory is short.</summary>
    MemoryPressure = 9,

    /// <summary>Objects keep much memory outside the heap.</summary>
    ExternalMemoryPressure = 10,
}
