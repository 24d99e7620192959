using Microsoft.Extensions.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ConcurrentGc.Actors.Logs;

/// <summary>Serilog's sinks and levels by a JSON file; the one that comes with the assembly by default.</summary>
public static class LoggingFile
{
    /// <summary>Reads the file.</summary>
    /// <param name="path">A file with a <c>Serilog</c> section; null: <c>config/logging.json</c> as built.</param>
    /// <param name="level">Replaces the file's default level; null: the file's own.</param>
    /// <returns>The logger. Dispose it at the end of the process, which flushes it.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read or is malformed; one line says why.</exception>
    public static Logger Read(string? path = null, LogEventLevel? level = null)
    {
        try
        {
            var builder = new ConfigurationBuilder();
            using var stream = path is null
                ? typeof(LoggingFile).Assembly.GetManifestResourceStream("logging.json")!
                : File.OpenRead(path);
            builder.AddJsonStream(stream);
            if (level is { } wanted)
            {
                builder.AddInMemoryCollection([new("Serilog:MinimumLevel:Default", wanted.ToString())]);
            }

            return new LoggerConfiguration().ReadFrom.Configuration(builder.Build()).CreateLogger();
        }
        catch (Exception failure) when (path is not null) // readers and sinks each throw their own
        {
            throw new InvalidDataException($"logging configuration {path}: {failure.GetBaseException().Message}", failure);
        }
    }
}
