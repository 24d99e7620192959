namespace ConcurrentGc.Orinoco.Scavenging;

/// <summary>What a scavenger's next step does. Each state makes at most one shared access.</summary>
public enum ScavengerState
{
    /// <summary>Waits for a message.</summary>
    Idle = 0,

    /// <summary>Ran dry; waits to be woken or finished.</summary>
    Dry = 1,

    /// <summary>Takes the next page from the list of items.</summary>
    TakeItem = 2,

    /// <summary>Reads which buckets of the page hold slots.</summary>
    OpenPage = 3,

    /// <summary>Reads a cell of slot bits.</summary>
    LoadSlots = 4,

    /// <summary>Clears the bits of slots that no longer point to new space.</summary>
    RemoveSlots = 5,

    /// <summary>Reads the header of a from-space object.</summary>
    ReadHeader = 6,

    /// <summary>Copies the object and claims it by its header.</summary>
    Claim = 7,

    /// <summary>Claims a large object, which does not move.</summary>
    ClaimLarge = 8,

    /// <summary>Announces the bucket of a new slot.</summary>
    AnnounceBucket = 9,

    /// <summary>Sets the bit of a new slot.</summary>
    InsertSlot = 10,

    /// <summary>Takes a lock and does what it guards.</summary>
    Lock = 11,

    /// <summary>Releases the lock.</summary>
    Unlock = 12,

    /// <summary>Looks whether copied objects are published.</summary>
    LookCopied = 13,

    /// <summary>Looks whether promoted objects are published.</summary>
    LookPromoted = 14,

    /// <summary>Reserves room for a copy.</summary>
    Reserve = 15,

    /// <summary>Goes on with the next slot of the source at hand.</summary>
    NextSlot = 16,

    /// <summary>Takes the next object to scan from the local lists.</summary>
    Drain = 17,

    /// <summary>Gets room in old space: see <see cref="Sweeping.OldSpaceRefill"/>.</summary>
    Refill = 18,

    /// <summary>While marking is under way: marks the copy of a marked object.</summary>
    TransferMark = 19,

    /// <summary>Likewise: blackens the copy of a black object.</summary>
    TransferBlack = 20,

    /// <summary>Announces the bucket of a slot of a black promoted object that points to an evacuation candidate.</summary>
    AnnounceOldBucket = 21,

    /// <summary>Sets the bit of such a slot.</summary>
    InsertOldSlot = 22,

    /// <summary>Finds the next object of a page that is exempt from the store buffer; the page is the worker's own.</summary>
    NextOnPage = 23,

    /// <summary>Copies the object and writes the forwarding address, whoever was first: a defect only.</summary>
    ClaimAnyway = 24,
}
