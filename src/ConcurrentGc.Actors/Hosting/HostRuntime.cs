namespace ConcurrentGc.Actors.Hosting;

/// <summary>Who decides which actor runs next.</summary>
public enum HostRuntime
{
    /// <summary>Our dispatchers: one discrete-event loop in virtual time; repeats to the bit.</summary>
    Virtual,

    /// <summary>Akka's dispatchers on real threads.</summary>
    Threads,
}
