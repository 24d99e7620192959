namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What one worker did in a cycle. Owner: the worker; the collector reads and clears it when the worker is done.</summary>
public struct WorkerWords
{
    /// <summary>Bytes copied within new space.</summary>
    public long CopiedBytes;

    /// <summary>Objects copied within new space.</summary>
    public long CopiedObjects;

    /// <summary>Bytes promoted, or evacuated from new space.</summary>
    public long PromotedBytes;

    /// <summary>Objects promoted, or evacuated from new space.</summary>
    public long PromotedObjects;

    /// <summary>Bytes moved out of old candidate pages.</summary>
    public long CompactedBytes;

    /// <summary>Non-zero: the worker found no room for an object.</summary>
    public long OutOfRoom;

    /// <summary>Candidate pages that it gave up, as it found no room for one of their objects.</summary>
    public long AbortedPages;
}
