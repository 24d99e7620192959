using ConcurrentGc.Experiments.Running;
using Microsoft.Extensions.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ConcurrentGc.Cli.Logging;

/// <summary>Serilog as <c>config/logging.json</c> describes it, at the level of the command line.</summary>
internal static class LogSetup
{
    /// <summary>Sets the process's logger. When off, nothing is loaded and Serilog's silent logger stays.</summary>
    /// <param name="volume">How much is logged.</param>
    /// <returns>Flushes and closes the logger; null when off.</returns>
    public static IDisposable? Begin(LogVolume volume)
    {
        if (volume == LogVolume.Off)
        {
            return null;
        }

        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(ConfigFolder.Path, "logging.json"), optional: false, reloadOnChange: false)
            .Build();
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(configuration)
            .MinimumLevel.ControlledBy(new LoggingLevelSwitch(LevelOf(volume)))
            .CreateLogger();
        Log.Logger = logger;
        return logger;
    }

    private static LogEventLevel LevelOf(LogVolume volume) => volume switch
    {
        LogVolume.Verbose => LogEventLevel.Verbose,
        LogVolume.Debug => LogEventLevel.Debug,
        LogVolume.Information => LogEventLevel.Information,
        LogVolume.Warning => LogEventLevel.Warning,
        _ => LogEventLevel.Error,
    };
}
