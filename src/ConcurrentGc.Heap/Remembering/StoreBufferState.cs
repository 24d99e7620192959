namespace ConcurrentGc.Heap.Remembering;

/// <summary>Words of the store buffer. Owner: the main thread of the isolate.</summary>
public struct StoreBufferState
{
    /// <summary>Byte offset of the entries that stores have made.</summary>
    public long Recent;

    /// <summary>How many there are.</summary>
    public long RecentCount;

    /// <summary>Byte offset of the entries that were gone through.</summary>
    public long Kept;

    /// <summary>How many there are.</summary>
    public long KeptCount;

    /// <summary>Byte offset of two tables, one behind the other, of slots that are among the kept entries.</summary>
    public long Known;

    /// <summary>Byte offset of a counter a page.</summary>
    public long PageCounts;

    /// <summary>The page that a scavenge is scanning; zero: none.</summary>
    public long ScannedPage;

    /// <summary>How many entries were kept when it began to.</summary>
    public long KeptBeforePage;

    /// <summary>Entries that stores have made since the last collection.</summary>
    public long Inserted;

    /// <summary>Of those, the ones that were found to be there already.</summary>
    public long Duplicates;

    /// <summary>Kept entries that the collection at hand goes through.</summary>
    public long Visited;

    /// <summary>Pages that were exempted since the last collection.</summary>
    public long Exempted;

    /// <summary>Pages that the collection at hand scans, or has scanned.</summary>
    public long Scanned;

    /// <summary>Entries that were gone through and that nobody has paid for yet.</summary>
    public long Unpaid;
}
