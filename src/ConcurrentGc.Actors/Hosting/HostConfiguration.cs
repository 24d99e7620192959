using System.Globalization;
using System.Text;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using ConcurrentGc.Actors.Logs;
using ConcurrentGc.Orinoco.Hosting;
using Serilog;
using Serilog.Events;

namespace ConcurrentGc.Actors.Hosting;

/// <summary>Puts Akka's configuration together: built-in file, then the user's, then numbers from the settings.</summary>
internal static class HostConfiguration
{
    /// <summary>The dispatcher of the parent of all roles.</summary>
    public const string World = "orinoco.world";

    /// <summary>The one core of a run that follows a schedule.</summary>
    public const string OneCore = "orinoco.one-core";

    private static readonly Lazy<string> _builtIn = new(ReadBuiltIn);

    /// <summary>A group's dispatcher.</summary>
    /// <param name="group">The core group.</param>
    /// <param name="settings">The host's settings.</param>
    public static string DispatcherOf(CoreGroup group, HostSettings settings) =>
        settings.Schedule is not null ? OneCore
        : settings.HelpersShareMainCore ? $"orinoco.{CoreGroup.Main(0)}"
        : $"orinoco.{group}";

    /// <summary>All dispatchers, the world's first.</summary>
    /// <param name="settings">The host's settings.</param>
    public static IEnumerable<string> Dispatchers(HostSettings settings) =>
        Enumerable.Range(0, settings.Isolates).Select(CoreGroup.Main).Prepend(CoreGroup.Helpers)
            .Select(group => DispatcherOf(group, settings)).Distinct(StringComparer.Ordinal).Prepend(World);

    /// <summary>The whole configuration of a system.</summary>
    /// <param name="settings">The host's settings.</param>
    /// <exception cref="InvalidDataException">The user's file cannot be read or is malformed; one line says why.</exception>
    public static Config Create(HostSettings settings)
    {
        try
        {
            // The parser resolves substitutions at the end, so the user's sections reach the groups too.
            var user = settings.ConfigurationFile is { } path ? File.ReadAllText(path) : "";
            var files = ConfigurationFactory.ParseString($"{_builtIn.Value}\n{Groups(settings)}\n{user}");
            return ConfigurationFactory.ParseString(Numbers(settings)).WithFallback(files); // Akka adds its own below
        }
        catch (Exception failure) when (settings.ConfigurationFile is not null)
        {
            throw Malformed(settings, failure);
        }
    }

    /// <summary>A system by that configuration, with all its dispatchers.</summary>
    /// <param name="settings">The host's settings.</param>
    /// <exception cref="InvalidDataException">The user's file cannot be read or is malformed; one line says why.</exception>
    public static ExtendedActorSystem CreateSystem(HostSettings settings)
    {
        var bootstrap = BootstrapSetup.Create().WithConfig(Create(settings));
        ActorSystem? system = null;
        try
        {
            system = ActorSystem.Create("orinoco", ActorSystemSetup.Create(bootstrap, new SerilogSetup(settings.Logger)));
            foreach (var name in Dispatchers(settings))
            {
                system.Dispatchers.Lookup(name);
            }

            return (ExtendedActorSystem)system;
        }
        catch (Exception failure) when (settings.ConfigurationFile is not null)
        {
            _ = system?.Terminate();
            throw Malformed(settings, failure);
        }
    }

    private static InvalidDataException Malformed(HostSettings settings, Exception cause) =>
        new($"actors configuration {settings.ConfigurationFile}: {cause.Message}", cause);

    /// <summary>Each group starts from the section of its kind and is looked up under its own name.</summary>
    private static string Groups(HostSettings settings)
    {
        var text = new StringBuilder();
        var runtime = settings.Runtime == HostRuntime.Virtual ? "virtual" : "threads";
        foreach (var name in Dispatchers(settings))
        {
            var kind = name.EndsWith("world", StringComparison.Ordinal) ? "world" : name.EndsWith("helpers", StringComparison.Ordinal) ? "helpers" : "main";
            text.AppendLine(CultureInfo.InvariantCulture, $"{name} = ${{orinoco.{runtime}.{kind}}}");
        }

        return text.ToString();
    }

    private static string Numbers(HostSettings settings)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"akka.loglevel = {LevelOf(settings.Logger)}");
        if (settings.Runtime == HostRuntime.Virtual)
        {
            text.AppendLine("""
                akka.scheduler.implementation = "ConcurrentGc.Actors.Simulation.VirtualTime, ConcurrentGc.Actors"
                """);
        }

        var (helpers, count) = (DispatcherOf(CoreGroup.Helpers, settings), Math.Max(1, settings.Helpers));
        if (settings.Schedule is null && !settings.HelpersShareMainCore)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{helpers}.cores = {count}");
            text.AppendLine(CultureInfo.InvariantCulture, $"{helpers}.dedicated-thread-pool.thread-count = {count}");
        }

        return text.ToString();
    }

    /// <summary>Akka's gate in front of Serilog's: what is off costs nothing.</summary>
    private static string LevelOf(ILogger logger) =>
        logger.IsEnabled(LogEventLevel.Debug) ? "DEBUG"
        : logger.IsEnabled(LogEventLevel.Information) ? "INFO"
        : logger.IsEnabled(LogEventLevel.Warning) ? "WARNING"
        : logger.IsEnabled(LogEventLevel.Error) ? "ERROR"
        : "OFF";

    private static string ReadBuiltIn()
    {
        using var stream = typeof(HostConfiguration).Assembly.GetManifestResourceStream("actors.conf")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
