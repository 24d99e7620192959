using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Hosting;

public class AkkaHostTests
{
    [Theory]
    [InlineData(HostRuntime.Virtual)]
    [InlineData(HostRuntime.Threads)]
    public void A_world_runs_until_no_role_has_work(HostRuntime runtime)
    {
        var record = new RecordList();
        using var host = Hosts.Create(Hosts.Settings(runtime), record);
        var first = host.Add<Worker, Job>("first", CoreGroup.Main(0), default);
        var second = host.Add<Worker, Job>("second", CoreGroup.Helpers, default);
        host.Post(first, new Job(10_000, second.Index, 20_000));

        var outcome = host.Run();

        Assert.Equal(RunEnd.Finished, outcome.End);
        Assert.Equal([0, 0, 1, 1], record.Entries.Select(entry => entry.Actor));
        if (runtime == HostRuntime.Virtual)
        {
            Assert.Equal(30_000, outcome.Time);
        }
    }
}
