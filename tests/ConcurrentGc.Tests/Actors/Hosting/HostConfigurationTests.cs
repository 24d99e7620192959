using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Hosting;

public sealed class HostConfigurationTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_users_file_changes_what_it_names_and_nothing_else()
    {
        File.WriteAllText(_file, "orinoco.threads.helpers.throughput = 7");

        var config = HostConfiguration.Create(Hosts.Settings(HostRuntime.Threads, helpers: 3) with { ConfigurationFile = _file });

        Assert.Equal(7, config.GetInt("orinoco.helpers.throughput"));
        Assert.Equal(3, config.GetInt("orinoco.helpers.dedicated-thread-pool.thread-count"));
        Assert.Equal("ForkJoinDispatcher", config.GetString("orinoco.helpers.type"));
        Assert.Equal(1, config.GetInt("orinoco.main-0.throughput"));
    }

    [Fact]
    public void Each_isolate_has_a_main_thread_and_all_share_the_helpers()
    {
        var settings = Hosts.Settings(isolates: 3, helpers: 4);

        Assert.Equal(["orinoco.world", "orinoco.helpers", "orinoco.main-0", "orinoco.main-1", "orinoco.main-2"],
            HostConfiguration.Dispatchers(settings), StringComparer.Ordinal);
        Assert.Equal("orinoco.main-2", HostConfiguration.DispatcherOf(CoreGroup.Main(2), settings));
        Assert.Equal(4, HostConfiguration.Create(settings).GetInt("orinoco.helpers.cores"));
    }

    [Fact]
    public void A_run_that_follows_a_schedule_has_one_core()
    {
        var settings = Hosts.Settings(isolates: 2, helpers: 4) with { Schedule = _ => 0 };

        Assert.Equal(["orinoco.world", "orinoco.one-core"], HostConfiguration.Dispatchers(settings), StringComparer.Ordinal);
        Assert.Equal(1, HostConfiguration.Create(settings).GetInt("orinoco.one-core.cores"));
    }

    [Theory]
    [InlineData("orinoco.threads.main = ${no.such.section}")]
    [InlineData("orinoco.threads.main.type = NoSuchDispatcher")]
    [InlineData("orinoco { threads { main { dedicated-thread-pool { thread-count = many")]
    [InlineData("orinoco = 5")]
    [InlineData("akka.loggers = [\"No.Such.Logger, NoWhere\"]")]
    public void A_malformed_file_is_named_in_one_line(string text)
    {
        File.WriteAllText(_file, text);

        var failure = Assert.Throws<InvalidDataException>(
            () => Hosts.Create(Hosts.Settings(HostRuntime.Threads) with { ConfigurationFile = _file }, new RecordList()));

        Assert.Contains(_file, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains("no/such/file", Assert.Throws<InvalidDataException>(
        () => Hosts.Create(Hosts.Settings() with { ConfigurationFile = "no/such/file" }, new RecordList())).Message, StringComparison.Ordinal);
}
