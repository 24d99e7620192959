namespace ConcurrentGc.Exploration.Hosting;

/// <summary>What steps of an actor may look at besides one shared word.</summary>
public enum FootprintReach
{
    /// <summary>Its own words.</summary>
    Own,

    /// <summary>What belongs to the main thread.</summary>
    MainThread,

    /// <summary>All that there is.</summary>
    Everything,
}
