namespace ConcurrentGc.Experiments.Checking;

/// <summary>What hosts the world of a check.</summary>
public enum CheckHost
{
    /// <summary>One shared access after the other, in an order that is drawn.</summary>
    Steps,

    /// <summary>Akka actors in virtual time, slice by slice in an order that is drawn.</summary>
    Actors,

    /// <summary>Akka actors on threads.</summary>
    Threads,
}
