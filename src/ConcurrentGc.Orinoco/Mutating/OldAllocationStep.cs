namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>What an <see cref="OldAllocation"/> does next. Each step makes at most one shared access.</summary>
public enum OldAllocationStep
{
    /// <summary>Looks for room in the area of old space.</summary>
    Allocate = 0,

    /// <summary>Gets room: see <see cref="Sweeping.OldSpaceRefill"/>.</summary>
    Refill = 1,

    /// <summary>Sets the first mark bit of the new object.</summary>
    Reach = 2,

    /// <summary>Sets the second one.</summary>
    Blacken = 3,

    /// <summary>Nothing: the object is there.</summary>
    Done = 4,
}
