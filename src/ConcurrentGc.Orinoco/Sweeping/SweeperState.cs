namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>What a sweeper's next step does. Each state makes at most one shared access.</summary>
public enum SweeperState
{
    /// <summary>Waits for a message.</summary>
    Idle = 0,

    /// <summary>Takes the lock of the sweep lists and the next page.</summary>
    TakePage = 1,

    /// <summary>Releases the lock.</summary>
    Taken = 2,

    /// <summary>Frees the next gap of the page, which is the sweeper's own.</summary>
    SweepGap = 3,

    /// <summary>Takes the lock and puts the page into the list of swept ones.</summary>
    AddSwept = 4,

    /// <summary>Releases the lock.</summary>
    Added = 5,
}
