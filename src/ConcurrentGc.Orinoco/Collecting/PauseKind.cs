namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What a pause is for.</summary>
public enum PauseKind
{
    /// <summary>A scavenge.</summary>
    Scavenge = 0,

    /// <summary>A full collection, or the end of one that marking began beside the program.</summary>
    MarkCompact = 1,

    /// <summary>The heap is full: the run ends.</summary>
    OutOfMemory = 2,

    /// <summary>None: the mutators stand until marking has started.</summary>
    StartMarking = 3,
}
