using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Hosting;

/// <summary>What holds on threads and in virtual time alike.</summary>
public class AkkaHostTests
{
    public static TheoryData<HostRuntime> Runtimes => [HostRuntime.Virtual, HostRuntime.Threads];

    [Theory, MemberData(nameof(Runtimes))]
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
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void An_empty_world_ends_at_once(HostRuntime runtime)
    {
        using var host = Hosts.Create(Hosts.Settings(runtime), new RecordList());
        host.Add<Worker, Job>("idle", CoreGroup.Main(0), default);

        Assert.Equal((RunEnd.Finished, 0), (host.Run().End, 0));
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void A_world_at_rest_whose_program_has_not_ended_is_stalled(HostRuntime runtime)
    {
        var outcome = Tell(Hosts.Settings(runtime) with { Programs = 1 }, new RecordList(), Order.Work);

        Assert.Equal(RunEnd.Stalled, outcome.End);
        Assert.Equal($"servant on main-0: 2 messages handled, idle{Environment.NewLine}0 messages in flight{Environment.NewLine}",
            outcome.Actors);
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void The_outcome_has_the_programs_exit_codes(HostRuntime runtime)
    {
        var outcome = Tell(Hosts.Settings(runtime) with { Programs = 1 }, new RecordList(), Order.EndProgram);

        Assert.Equal(RunEnd.Finished, outcome.End);
        Assert.Equal([(EventKind.ProgramEnd, 7L)], outcome.Programs.Select(entry => (entry.Kind, entry.Value)));
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void Cancellation_stops_a_world_without_end_and_keeps_its_record(HostRuntime runtime)
    {
        using var source = new CancellationTokenSource();
        var record = new RecordList(count =>
        {
            if (count == 1000)
            {
                source.Cancel();
            }
        });

        var outcome = Tell(Hosts.Settings(runtime), record, source.Token, Order.Toil);

        Assert.Equal(RunEnd.Canceled, outcome.End);
        Assert.InRange(record.Entries.Count, 1000, 1000 + Hosts.Settings(runtime).ThreadSlice);
        Assert.DoesNotContain("idle", outcome.Actors, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void A_run_that_is_canceled_before_it_begins_does_nothing(HostRuntime runtime)
    {
        var record = new RecordList();

        var outcome = Tell(Hosts.Settings(runtime), record, new CancellationToken(canceled: true), Order.Toil);

        Assert.Equal(RunEnd.Canceled, outcome.End);
        Assert.Empty(record.Entries);
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void A_role_chooses_the_first_option_unless_somebody_chooses(HostRuntime runtime)
    {
        var (record, settings) = (new RecordList(), Hosts.Settings(runtime));

        Tell(settings, record, Order.Choose);
        Tell(settings with { Choose = (_, options) => options - 1 }, record, Order.Choose);

        Assert.Equal([0, 9], record.Entries.Select(entry => entry.Value));
    }

    [Fact]
    public void Entries_come_in_the_order_of_execution_each_actors_own_by_time()
    {
        var record = new RecordList();
        using var host = Hosts.Create(Hosts.Settings(helpers: 4, sliceObjects: 10), record);
        for (var i = 0; i < 4; i++)
        {
            host.Post(host.Add<Worker, Job>($"worker-{i}", CoreGroup.Helpers, new Worker(isLoud: true)), new Job(100));
        }

        host.Run();

        var times = record.Entries.Select(entry => entry.Time).ToList();
        Assert.NotEqual(times.Order(), times); // four cores at the same time, each slice whole at its start
        Assert.All(record.Entries.GroupBy(entry => entry.Actor), own => Assert.Equal(own.OrderBy(entry => entry.Time), own));
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void A_world_runs_once(HostRuntime runtime)
    {
        using var host = Hosts.Create(Hosts.Settings(runtime), new RecordList());
        host.Run();

        Assert.Throws<InvalidOperationException>(() => host.Run());
    }

    [Theory]
    [InlineData("worker", 1, 0)]
    [InlineData("worker", -1, 0)]
    [InlineData("not/a name", 0, 1)]
    public void An_actor_needs_a_name_and_a_group_that_exists(string name, int isolate, int helpers)
    {
        using var host = Hosts.Create(Hosts.Settings(helpers: helpers), new RecordList());

        Assert.Throws<ArgumentException>(() => host.Add<Worker, Job>(name, new CoreGroup(isolate), default));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        var good = Hosts.Settings();
        HostSettings[] bad =
        [
            good with { Isolates = 0 },
            good with { Helpers = -1 },
            good with { Programs = -1 },
            good with { ThreadSlice = 0 },
            good with { Prices = new MachinePrices([1, 2, 3], 1, 1) },
            good with { Prices = Hosts.Prices(-1, 1, 1) },
            good with { Prices = Hosts.Prices(0, 1, 1) }, // with a lock's wait free, virtual time stands still
            good with { Prices = Hosts.Prices(1, 0, 1) },
            good with { Prices = Hosts.Prices(1, 1, 0) },
            good with { Runtime = HostRuntime.Threads, Schedule = _ => 0 },
        ];

        Assert.All(bad, settings => Assert.Throws<ArgumentException>(() => Hosts.Create(settings, new RecordList())));
    }

    private static RunOutcome Tell(HostSettings settings, RecordList record, params Order[] orders) =>
        Tell(settings, record, CancellationToken.None, orders);

    private static RunOutcome Tell(
        HostSettings settings, RecordList record, CancellationToken cancellation, params Order[] orders)
    {
        using var host = Hosts.Create(settings, record);
        var servant = host.Add<Servant, Order>("servant", CoreGroup.Main(0), new Servant(0));
        foreach (var order in orders)
        {
            host.Post(servant, order);
        }

        return host.Run(cancellation);
    }
}
