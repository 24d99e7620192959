namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What the choice of evacuation candidates weighs.</summary>
public enum CompactionGoal
{
    /// <summary>Pages that are worth the time.</summary>
    Speed = 0,

    /// <summary>Memory matters more than time.</summary>
    OptimizeMemory = 1,

    /// <summary>The collection is for memory.</summary>
    ReduceMemory = 2,
}
