namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>What a program owes the collector when it changes an object in place. See Note [Layout changes].</summary>
[Flags]
public enum LayoutDuties
{
    /// <summary>Nothing: not sound.</summary>
    None = 0,

    /// <summary>While marking is under way, the object changes under the exclusive side of its page's lock.</summary>
    PageLock = 1,

    /// <summary>The object is registered as one with invalidated old-to-new slots.</summary>
    InvalidatedToNew = 2,

    /// <summary>While marking for compaction, the object is registered as one with invalidated old-to-old slots.</summary>
    InvalidatedToOld = 4,

    /// <summary>Remembered slots of what is cut off are removed.</summary>
    ClearedSlots = 8,

    /// <summary>All of them.</summary>
    All = PageLock | InvalidatedToNew | InvalidatedToOld | ClearedSlots,
}
