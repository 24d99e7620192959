using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Serilog;
using Serilog.Events;

namespace ConcurrentGc.Actors.Logs;

/// <summary>
/// Passes Akka's log events to Serilog, template and arguments kept apart. The logger is the system's
/// <see cref="SerilogSetup"/>; without one, nothing is written.
/// </summary>
public sealed class SerilogLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    /// <summary>Made by Akka, once a system.</summary>
    public SerilogLogger()
    {
        var setup = Context.System.Settings.Setup.Get<SerilogSetup>();
        var logger = setup.HasValue ? setup.Value.Logger : Serilog.Core.Logger.None;
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<Akka.Event.LogEvent>(entry => Write(logger, entry));
    }

    private static void Write(ILogger logger, Akka.Event.LogEvent entry)
    {
        var level = (LogEventLevel)((int)entry.LogLevel() + 1); // both count debug, information, warning, error
        var (template, arguments) = entry.Message is LogMessage message
            ? (message.Format, message.Parameters().ToArray())
            : ("{Message:l}", [entry.Message]);
        logger.ForContext("LogSource", entry.LogSource).Write(level, entry.Cause, template, arguments);
    }
}
