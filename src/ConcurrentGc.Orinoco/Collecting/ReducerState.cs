namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What the memory reducer does.</summary>
public enum ReducerState
{
    /// <summary>Nothing, until there may be garbage.</summary>
    Done = 0,

    /// <summary>Waits for a time when the program allocates little.</summary>
    Wait = 1,

    /// <summary>Its full collection is under way.</summary>
    Run = 2,
}
