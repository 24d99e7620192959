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

    /// <summary>Says that the roots are visited.</summary>
    RootsVisited = 3,

    /// <summary>Loads the next field of the object; behind the last one, takes the next grey object and turns it black.</summary>
    LoadField = 4,

    /// <summary>Looks whether the target is marked.</summary>
    LookAtMark = 5,

    /// <summary>Marks the target; the winner pushes it.</summary>
    Mark = 6,

    /// <summary>Announces the bucket of a slot that points to an evacuation candidate.</summary>
    AnnounceBucket = 7,

    /// <summary>Sets the bit of such a slot.</summary>
    InsertSlot = 8,

    /// <summary>Takes a worklist's lock and does what it guards.</summary>
    Lock = 9,

    /// <summary>Releases the lock.</summary>
    Unlock = 10,

    /// <summary>Looks whether segments are published.</summary>
    LookForWork = 11,

    /// <summary>Beside the program: takes the next grey object, or ends what it was told to do.</summary>
    NextObject = 12,

    /// <summary>Beside the program: looks whether the object is on hold.</summary>
    LookAtHold = 13,

    /// <summary>Beside the program: looks whether the large object is on hold.</summary>
    LookAtHeldLarge = 14,

    /// <summary>Following keys: looks whether the object is the key of a pair.</summary>
    LookUpKey = 15,

    /// <summary>Marks the value of the pair at hand.</summary>
    MarkValue = 16,

    /// <summary>Beside the program: turns the object black.</summary>
    Blacken = 17,

    /// <summary>Beside the program: loads its header.</summary>
    LoadHeader = 18,

    /// <summary>Beside the program: loads its length.</summary>
    LoadLength = 19,

    /// <summary>Adds to the count of bytes that were marked concurrently.</summary>
    Report = 20,

    /// <summary>Publishes what was allocated up to now.</summary>
    PublishAllocations = 21,

    /// <summary>Publishes the large object on hold.</summary>
    PublishLarge = 22,

    /// <summary>Looks whether objects are in the list of those on hold.</summary>
    LookForHeld = 23,

    /// <summary>Says that it pauses: all it had is published.</summary>
    Paused = 24,

    /// <summary>Adds them to the list of grey objects.</summary>
    AppendHeld = 25,

    /// <summary>At the end of a step: looks whether others have something to do.</summary>
    LookWhetherToShare = 26,

    /// <summary>Ends a step.</summary>
    EndStep = 27,

    /// <summary>At the end of a step without work: looks whether objects are on hold.</summary>
    LookForHeldAtEnd = 28,

    /// <summary>Beside the program: shares the lock of an object that may change in place.</summary>
    SharePage = 29,

    /// <summary>Loads its header again, under the lock.</summary>
    LoadHeaderAgain = 30,

    /// <summary>Leaves the lock behind the object.</summary>
    LeavePage = 31,

    /// <summary>Leaves the lock that somebody has alone, to try again.</summary>
    LeaveTakenPage = 32,

    /// <summary>Beside the program: loads the length of a large array of which a part was scanned.</summary>
    LoadLengthAgain = 33,
}
