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

    /// <summary>Takes the lock of old space for more room.</summary>
    Lock = 3,

    /// <summary>Releases it.</summary>
    Unlock = 4,

    /// <summary>Rewrites roots.</summary>
    UpdateRoots = 5,

    /// <summary>Takes the next page with recorded slots.</summary>
    TakeSlots = 6,

    /// <summary>Rewrites the slots of the page, which is the worker's own.</summary>
    UpdateSlots = 7,
}
