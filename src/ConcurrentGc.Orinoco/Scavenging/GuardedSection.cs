namespace ConcurrentGc.Orinoco.Scavenging;

/// <summary>What a scavenger does while it holds a lock; the words there are its own until it releases the lock.</summary>
public enum GuardedSection
{
    /// <summary>Takes a copy buffer from to-space.</summary>
    RefillBuffer = 0,

    /// <summary>Takes room in to-space for an object too large for the buffers.</summary>
    ReserveCopy = 1,

    /// <summary>Publishes a segment of copied objects.</summary>
    PublishCopied = 2,

    /// <summary>Publishes a segment of promoted objects.</summary>
    PublishPromoted = 3,

    /// <summary>Takes a published segment of copied objects.</summary>
    StealCopied = 4,

    /// <summary>Takes a published segment of promoted objects.</summary>
    StealPromoted = 5,
}
