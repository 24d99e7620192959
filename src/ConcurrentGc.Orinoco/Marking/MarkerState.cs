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

    /// <summary>Takes a worklist's lock and does what it guards.</summary>
    Lock = 8,

    /// <summary>Releases the lock.</summary>
    Unlock = 9,

    /// <summary>Looks whether segments are published.</summary>
    LookForWork = 10,

    /// <summary>Beside the program: takes the next grey object, or ends what it was told to do.</summary>
    NextObject = 11,

    /// <summary>Beside the program: looks whether the object is on hold.</summary>
    LookAtHold = 12,

    /// <summary>Beside the program: looks whether the large object is on hold.</summary>
    LookAtHeldLarge = 13,

    /// <summary>Following keys: looks whether the object is the key of a pair.</summary>
    LookUpKey = 27,

    /// <summary>Marks the value of the pair at hand.</summary>
    MarkValue = 28,

    /// <summary>Beside the program: turns the object black.</summary>
    Blacken = 14,

    /// <summary>Beside the program: loads its header.</summary>
    LoadHeader = 15,

    /// <summary>Beside the program: loads its length.</summary>
    LoadLength = 16,

    /// <summary>Adds to the count of bytes that were marked concurrently.</summary>
    Report = 17,

    /// <summary>Publishes what was allocated up to now.</summary>
    PublishAllocations = 18,

    /// <summary>Publishes the large object on hold.</summary>
    PublishLarge = 19,

    /// <summary>Looks whether objects are in the list of those on hold.</summary>
    LookForHeld = 20,

    /// <summary>Says that it pauses: all it had is published.</summary>
    Paused = 25,

    /// <summary>Says that the roots are visited.</summary>
    RootsVisited = 26,

    /// <summary>Adds them to the list of grey objects.</summary>
    AppendHeld = 24,

    /// <summary>At the end of a step: looks whether others have something to do.</summary>
    LookWhetherToShare = 21,

    /// <summary>Ends a step.</summary>
    EndStep = 22,

    /// <summary>At the end of a step without work: looks whether objects are on hold.</summary>
    LookForHeldAtEnd = 23,
}
