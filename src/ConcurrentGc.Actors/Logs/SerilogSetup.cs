using Akka.Actor.Setup;
using Serilog;

namespace ConcurrentGc.Actors.Logs;

/// <summary>Hands a system its logger without a static: two worlds of one process may log to different places.</summary>
/// <param name="logger">Where the system's log events go.</param>
public sealed class SerilogSetup(ILogger logger) : Setup
{
    /// <summary>Where the system's log events go.</summary>
    public ILogger Logger { get; } = logger;
}
