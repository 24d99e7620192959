using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Hosting;

/// <summary>Several worlds in one host.</summary>
public class IsolateHostTests
{
    public static TheoryData<HostRuntime> Runtimes => [HostRuntime.Virtual, HostRuntime.Threads];

    [Theory, MemberData(nameof(Runtimes))]
    public void Each_world_counts_its_actors_from_zero_and_has_its_own_tables(HostRuntime runtime)
    {
        var record = new RecordList();
        WorldTables[] tables = [new(), new()];
        Presence[] inside = [new(), new()];
        tables[0].Add(inside[0]);
        tables[1].Add(inside[1]);
        using var host = new AkkaHost(Hosts.Settings(runtime, isolates: 2) with { Programs = 2 }, Hosts.Heap, tables[0], record);
        var second = host.AddIsolate(Hosts.Heap, tables[1]);
        host.Add<Worker, Job>("idle", CoreGroup.Main(0), default);
        var visitor = second.Add<Visitor, Job>("visitor", CoreGroup.Main(1), default);
        var servant = second.Add<Servant, Order>("servant", CoreGroup.Main(1), new Servant(1));
        var other = host.Add<Servant, Order>("servant", CoreGroup.Main(0), new Servant(1));
        second.Post(visitor, new Job(3));
        second.Post(servant, Order.Burst);
        second.Post(servant, Order.EndProgram);
        host.Post(other, Order.EndProgram);

        var outcome = host.Run();

        Assert.Equal(RunEnd.Finished, outcome.End);
        Assert.Equal((0, 1, 1, 1), (visitor.Index, servant.Index, other.Index, inside[1].Most));
        Assert.Equal(0, inside[0].Most);
        Assert.Equal([0, 1], outcome.Programs.Select(entry => entry.Isolate).Order());
        Assert.All(record.Entries, entry => Assert.Equal(1, entry.Actor));
    }

    [Fact]
    public void Each_world_rests_at_a_time_of_its_own()
    {
        using var host = Hosts.Create(Hosts.Settings(isolates: 2), new RecordList());
        var second = host.AddIsolate(Hosts.Heap, new WorldTables());
        host.Post(host.Add<Worker, Job>("worker", CoreGroup.Main(0), default), new Job(5_000));
        second.Post(second.Add<Worker, Job>("worker", CoreGroup.Main(1), default), new Job(700));

        var outcome = host.Run();

        Assert.Equal([5_000, 700], outcome.RestTimes);
        Assert.Equal(5_000, outcome.Time);
    }

    [Fact]
    public void On_a_machine_with_one_core_main_threads_take_turns()
    {
        using var host = Hosts.Create(Hosts.Settings(isolates: 2) with { HelpersShareMainCore = true }, new RecordList());
        var second = host.AddIsolate(Hosts.Heap, new WorldTables());
        host.Post(host.Add<Worker, Job>("worker", CoreGroup.Main(0), default), new Job(5_000));
        second.Post(second.Add<Worker, Job>("worker", CoreGroup.Main(1), default), new Job(700));

        Assert.Equal(5_700, host.Run().Time);
    }

    [Fact]
    public void A_failure_names_the_isolate()
    {
        using var host = Hosts.Create(Hosts.Settings(isolates: 2), new RecordList());
        var second = host.AddIsolate(Hosts.Heap, new WorldTables());
        second.Post(second.Add<Servant, Order>("servant", CoreGroup.Main(1), default), Order.Fail);

        Assert.Equal("isolate-1.servant", host.Run().Failure!.Actor);
    }
}
