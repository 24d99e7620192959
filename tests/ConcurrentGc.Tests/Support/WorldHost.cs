namespace ConcurrentGc.Tests.Support;

/// <summary>What hosts a world.</summary>
public enum WorldHost
{
    /// <summary>One step at a time, the next role drawn from a seed; shared accesses are counted.</summary>
    Steps,

    /// <summary>Slices of 256 steps, the next role drawn from a seed.</summary>
    Bulk,

    /// <summary>Akka in virtual time.</summary>
    Virtual,

    /// <summary>Akka on threads.</summary>
    Threads,
}
