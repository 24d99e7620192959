using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What the collector knows about the sweeping that is under way.</summary>
public struct SweepingProgress
{
    /// <summary>Sweepers that were sent off and have not said that they stopped, a bit each.</summary>
    public ulong Sweepers;

    /// <summary>Whether there were any when the mutators stood.</summary>
    public bool HadSweepers;

    /// <summary>What begins when sweeping is complete.</summary>
    public AfterSweeping Next;

    /// <summary>Its cause.</summary>
    public CollectionCause Cause;
}
