namespace ConcurrentGc.Orinoco.Compacting;

/// <summary>What a compactor's next step does. Each state makes at most one shared access.</summary>
public enum CompactorState
{
    /// <summary>Waits for a message.</summary>
    Idle = 0,

    /// <summary>Takes the next page to evacuate.</summary>
    TakePage = 1,

    /// <summary>Moves the next live object of the page; page and room are the worker's own.</summary>
    MoveObject = 2,

    /// <summary>Gets room in old space: see <see cref="Sweeping.OldSpaceRefill"/>.</summary>
    Refill = 3,

    /// <summary>Rewrites roots.</summary>
    UpdateRoots = 4,

    /// <summary>Takes the next page with recorded slots.</summary>
    TakeSlots = 5,

    /// <summary>Rewrites the slots of the page, which is the worker's own.</summary>
    UpdateSlots = 6,

    /// <summary>Rewrites the slots of the store buffer.</summary>
    UpdateEntries = 7,
}
