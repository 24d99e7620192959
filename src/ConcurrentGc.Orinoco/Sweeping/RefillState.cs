namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>What the next step of an <see cref="OldSpaceRefill"/> does. Each makes at most one shared access.</summary>
public enum RefillState
{
    /// <summary>Nothing: there is room.</summary>
    Found = 0,

    /// <summary>Nothing: there is none anywhere.</summary>
    Failed = 1,

    /// <summary>Takes the lock of the sweep lists and a swept page.</summary>
    TakeSwept = 2,

    /// <summary>Releases the lock.</summary>
    TookSwept = 3,

    /// <summary>Takes the lock of old space and moves the swept page to the worker's own space.</summary>
    LinkSwept = 4,

    /// <summary>Releases the lock.</summary>
    LinkedSwept = 5,

    /// <summary>Takes the lock of the sweep lists and a page to be swept.</summary>
    TakePending = 6,

    /// <summary>Releases the lock.</summary>
    TookPending = 7,

    /// <summary>Frees the next gap of the page.</summary>
    SweepGap = 8,

    /// <summary>Takes the lock of the sweep lists and puts the page into the list of swept ones.</summary>
    AddSwept = 9,

    /// <summary>Releases the lock.</summary>
    AddedSwept = 10,

    /// <summary>Takes the lock of old space, and a page of old space or a fresh one.</summary>
    TakePage = 11,

    /// <summary>Releases the lock.</summary>
    TookPage = 12,
}
