namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What the collector does of its own accord while the program sleeps; V8's tasks.</summary>
public enum CollectorTask
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A scavenge, since new space is nearly full.</summary>
    Scavenge = 1,

    /// <summary>Marking starts: little room is left to the limit, or the memory reducer asks.</summary>
    StartMarking = 2,

    /// <summary>A marking step; the last one is followed by the pause.</summary>
    Step = 3,

    /// <summary>A full collection because memory is short, whether the program sleeps or not.</summary>
    RelievePressure = 4,
}
