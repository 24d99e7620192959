namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>What a sweeper's next step does. Each state makes at most one shared access.</summary>
public enum SweeperState
{
    /// <summary>Waits for a message.</summary>
    Idle = 0,

    /// <summary>Takes the next page.</summary>
    TakePage = 1,

    /// <summary>Frees the next gap of the page, which is the sweeper's own.</summary>
    SweepGap = 2,
}
