namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>
/// Words that the collector and its workers share during a cycle. The collector writes them before it sends the workers
/// off; while they work only <see cref="NextItem"/> and what the worklists guard changes.
/// </summary>
public struct CycleWords
{
    /// <summary>Byte offset of <see cref="NextItem"/>.</summary>
    public const int NextItemOffset = 16;

    /// <summary>Byte offset of <see cref="MarkedConcurrently"/>.</summary>
    public const int MarkedConcurrentlyOffset = 56;

    /// <summary>Byte offset of the list of work items: page addresses.</summary>
    public long Items;

    /// <summary>Number of work items.</summary>
    public long ItemCount;

    /// <summary>Next item to be taken. Shared; only grows, by atomic addition.</summary>
    public long NextItem;

    /// <summary>Global list of copied objects to scan: a worklist.</summary>
    public long Copied;

    /// <summary>Global list of promoted objects to scan: a worklist.</summary>
    public long Promoted;

    /// <summary>Global list of grey objects: a worklist.</summary>
    public long Grey;

    /// <summary>Global list of grey objects on hold: a worklist.</summary>
    public long Held;

    /// <summary>Bytes that were marked beside the program by helpers. Shared; only grows in a cycle, by atomic addition.</summary>
    public long MarkedConcurrently;

    /// <summary>Global list of marked objects with weak words: a worklist.</summary>
    public long Weak;

    /// <summary>Pairs by their keys, for the linear algorithm: an <see cref="Marking.EphemeronIndex"/>.</summary>
    public long Keys;

    /// <summary>Non-zero: marking is under way, so scavengers hand on colors.</summary>
    public long Marking;

    /// <summary>Non-zero: markers record slots that point to evacuation candidates.</summary>
    public long Compacting;
}
