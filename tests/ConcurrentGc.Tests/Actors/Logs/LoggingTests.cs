using System.Globalization;
using Akka.Event;
using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Actors.Logs;
using ConcurrentGc.Orinoco.Hosting;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Logs;

public sealed class LoggingTests : ILogEventSink, IDisposable
{
    private readonly TaskCompletionSource<Serilog.Events.LogEvent> _logged = new();
    private readonly string _file = Path.GetTempFileName();
    private string _start = "";

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task An_argument_stays_a_property()
    {
        using var logger = Logger(LogEventLevel.Warning, "{Count}");
        using var host = Host(logger);

        host.System.Log.Warning("{Count} objects were promoted", 7);

        var logged = await _logged.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("7", LogEventLevel.Warning), (logged.Properties["Count"].ToString("D", CultureInfo.InvariantCulture), logged.Level));
    }

    [Fact]
    public async Task Phases_are_logged_with_their_virtual_time_when_debugging()
    {
        using var logger = Logger(LogEventLevel.Debug, "{Kind}");
        using var host = Host(logger);
        host.Post(host.Add<Servant, Order>("servant", CoreGroup.Main(0), new Servant(0)), Order.EndProgram);

        host.Run();

        var logged = await _logged.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("ProgramEnd of isolate 0, 7, at 0 ns", logged.RenderMessage(CultureInfo.InvariantCulture));
        Assert.Contains("phases", logged.Properties["LogSource"].ToString("l", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_passes_akka_that_serilog_would_drop()
    {
        using var logger = Logger(LogEventLevel.Error, "");
        using var host = Host(logger);

        var log = Logging.GetLogger(host.System, "test");
        Assert.False(log.IsWarningEnabled);
        Assert.True(log.IsErrorEnabled);
    }

    [Fact]
    public void The_built_in_file_warns_only()
    {
        using var logger = LoggingFile.Read();

        Assert.True(logger.IsEnabled(LogEventLevel.Warning));
        Assert.False(logger.IsEnabled(LogEventLevel.Information));
    }

    [Fact]
    public void A_level_replaces_that_of_the_file()
    {
        using var logger = LoggingFile.Read(level: LogEventLevel.Debug);

        Assert.True(logger.IsEnabled(LogEventLevel.Debug));
    }

    [Theory]
    [InlineData("{ nonsense")]
    [InlineData("""{ "Serilog": { "MinimumLevel": "Loud" } }""")]
    [InlineData("""{ "Serilog": { "Using": [ "No.Such.Assembly" ] } }""")]
    public void A_malformed_file_is_named(string text)
    {
        File.WriteAllText(_file, text);

        Assert.Contains(_file, Assert.Throws<InvalidDataException>(() => LoggingFile.Read(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("no/such/file", Assert.Throws<InvalidDataException>(() => LoggingFile.Read("no/such/file")).Message, StringComparison.Ordinal);

    void ILogEventSink.Emit(Serilog.Events.LogEvent logEvent)
    {
        if (logEvent.MessageTemplate.Text.StartsWith(_start, StringComparison.Ordinal))
        {
            _logged.TrySetResult(logEvent);
        }
    }

    private static AkkaHost Host(ILogger logger) =>
        new(Hosts.Settings() with { Logger = logger }, Hosts.Heap, new WorldTables(), new RecordList());

    private Logger Logger(LogEventLevel level, string start)
    {
        _start = start;
        return new LoggerConfiguration().MinimumLevel.Is(level).WriteTo.Sink(this).CreateLogger();
    }
}
