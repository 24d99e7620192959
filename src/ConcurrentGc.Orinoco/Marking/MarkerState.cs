namespace ConcurrentGc.Orinoco.Marking;

/// <summary>What a marker's next step does. Each state makes at most one shared access.</summary>
public enum MarkerState
{
    /// <summary>Waits for a message.</summary>
    Idle = 0,

    /// <summary>Ran dry; waits to be woken.</summary>
    Dry = 1,

    /// <summary>Loads the next word of the roots.</summary>
    VisitRoots = 2,

    /// <summary>Takes a grey object from the local segments.</summary>
    Pop = 3,

    /// <summary>Turns the object black.</summary>
    Blacken = 4,

    /// <summary>Loads the next field of the object.</summary>
    LoadField = 5,

    /// <summary>Looks whether the target is marked.</summary>
    LookAtMark = 6,

    /// <summary>Marks the target; the winner pushes it.</summary>
    Mark = 7,

    /// <summary>Announces the bucket of a slot that points to an evacuation candidate.</summary>
    AnnounceBucket = 8,

    /// <summary>Sets the bit of such a slot.</summary>
    InsertSlot = 9,

    /// <summary>Takes the worklist's lock to publish or to take a segment.</summary>
    Lock = 10,

    /// <summary>Releases the lock.</summary>
    Unlock = 11,

    /// <summary>Looks whether segments are published.</summary>
    LookForWork = 12,
}
