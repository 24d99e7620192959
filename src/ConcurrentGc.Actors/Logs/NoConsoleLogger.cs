using Akka.Event;

namespace ConcurrentGc.Actors.Logs;

/// <summary>
/// Takes the place of Akka's own logger of standard output, which prints the few events around a system's start and end
/// when the log level is debug, <c>stdout-loglevel = OFF</c> or not. Standard output belongs to the program.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "MA0097:Add comparison operators", Justification = "Akka compares its loggers by address, as all actor references.")]
public sealed class NoConsoleLogger : MinimalLogger
{
    /// <inheritdoc/>
    protected override void Log(object message)
    {
        // Every event but those few reaches SerilogLogger.
    }
}
