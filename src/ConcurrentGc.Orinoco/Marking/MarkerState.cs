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

    /// <summary>Loads the next field of the object; behind the last one, takes the next grey object and turns it black.</summary>
    LoadField = 3,

    /// <summary>Looks whether the target is marked.</summary>
    LookAtMark = 4,

    /// <summary>Marks the target; the winner pushes it.</summary>
    Mark = 5,

    /// <summary>Announces the bucket of a slot that points to an evacuation candidate.</summary>
    AnnounceBucket = 6,

    /// <summary>Sets the bit of such a slot.</summary>
    InsertSlot = 7,

    /// <summary>Takes the worklist's lock to publish or to take a segment.</summary>
    Lock = 8,

    /// <summary>Releases the lock.</summary>
    Unlock = 9,

    /// <summary>Looks whether segments are published.</summary>
    LookForWork = 10,
}
