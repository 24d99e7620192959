using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Hosting;

public class ThreadsTests
{
    [Fact]
    public void Roles_of_one_main_thread_never_run_at_the_same_time()
    {
        var presence = new Presence();

        var outcome = Visit(presence, CoreGroup.Main(0), new Job(500), CancellationToken.None);

        Assert.Equal(RunEnd.Finished, outcome.End);
        Assert.Equal(1, presence.Most);
    }

    [Fact]
    public void Helpers_run_at_the_same_time()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var outcome = Visit(new Presence(), CoreGroup.Helpers, new Job(0), limit.Token);

        Assert.Equal(RunEnd.Finished, outcome.End);
    }

    [Fact]
    public void A_role_that_waits_long_for_a_lock_tries_a_few_times_a_millisecond_and_not_a_thousand_times()
    {
        const int quickTries = 21;
        var door = new Door();
        var tables = new WorldTables();
        tables.Add(door);
        using var host = new AkkaHost(Hosts.Settings(HostRuntime.Threads, helpers: 2), Hosts.Heap, tables, new RecordList());
        host.Post(host.Add<Caller, Job>("keeper", CoreGroup.Helpers, default), new Job(Steps: 50));
        host.Post(host.Add<Caller, Job>("waiter", CoreGroup.Helpers, default), new Job(Steps: 0));

        var outcome = host.Run();

        Assert.Equal(RunEnd.Finished, outcome.End);
        Assert.InRange(door.Knocks, 1, quickTries + (2 * door.Milliseconds));
    }

    [Fact]
    public void Ten_runs_end()
    {
        for (var run = 0; run < 10; run++)
        {
            using var host = Hosts.Create(Hosts.Settings(HostRuntime.Threads, helpers: 2), new RecordList());
            for (var actor = 0; actor < 6; actor++)
            {
                var thrower = host.Add<Thrower, Ball>(
                    $"thrower-{actor}", actor < 3 ? CoreGroup.Main(0) : CoreGroup.Helpers, new Thrower(6));
                host.Post(thrower, new Ball(2000, (ulong)actor + 1));
            }

            var outcome = host.Run();

            Assert.True(outcome.End == RunEnd.Finished, outcome.Actors);
            Assert.True(outcome.Messages > 12_000, outcome.Actors);
        }
    }

    [Fact]
    public void No_actor_runs_before_all_first_messages_are_there()
    {
        var counts = new List<int>();
        AkkaHost? host = null;
        var settings = Hosts.Settings(HostRuntime.Threads) with { Observe = (_, _) => counts.Add(MessagesInFlight(host!)) };
        using (host = Hosts.Create(settings, new RecordList()))
        {
            var worker = host.Add<Worker, Job>("worker", CoreGroup.Main(0), default);
            Enumerable.Repeat(new Job(0), 1000).ToList().ForEach(job => host.Post(worker, job));
            host.Run();
        }

        Assert.InRange(counts[0], 1000, 1001);
    }

    [Fact]
    public void A_role_that_does_not_return_is_named_beside_the_outcome_of_a_canceled_run()
    {
        using var released = new ManualResetEventSlim();
        using var source = new CancellationTokenSource();
        var settings = Hosts.Settings(HostRuntime.Threads) with
        {
            StopLimit = TimeSpan.FromMilliseconds(50),
            Observe = (_, message) =>
            {
                if (message is not Job)
                {
                    source.Cancel();
                    released.Wait();
                }
            },
        };
        using var host = Hosts.Create(settings, new RecordList());
        host.Post(host.Add<Worker, Job>("worker", CoreGroup.Main(0), default), new Job(1));

        var outcome = host.Run(source.Token);
        released.Set();

        Assert.Equal(RunEnd.Canceled, outcome.End);
        Assert.Contains("worker on main-0: 1 messages handled, work left", outcome.Late, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_failure_is_kept_when_another_role_does_not_return()
    {
        using var entered = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var settings = Hosts.Settings(HostRuntime.Threads) with
        {
            StopLimit = TimeSpan.FromMilliseconds(50),
            Observe = (_, message) =>
            {
                if (message is Order.Fail)
                {
                    entered.Wait();
                }
                else
                {
                    entered.Set();
                    released.Wait();
                }
            },
        };
        using var host = Hosts.Create(settings, new RecordList());
        host.Post(host.Add<Servant, Order>("first", CoreGroup.Main(0), new Servant(0)), Order.Fail);
        host.Post(host.Add<Servant, Order>("second", CoreGroup.Helpers, new Servant(1)), Order.Work);

        var outcome = host.Run();
        released.Set();

        Assert.Equal((RunEnd.Failed, "first", "Fail"), (outcome.End, outcome.Failure?.Actor, outcome.Failure?.Message));
        Assert.Contains("second on helpers", outcome.Late, StringComparison.Ordinal);
    }

    [Fact]
    public void No_role_is_late_in_a_run_that_comes_to_rest() =>
        Assert.Null(Visit(new Presence(), CoreGroup.Main(0), new Job(5), CancellationToken.None).Late);

    private static int MessagesInFlight(AkkaHost host) => int.Parse(
        host.Describe().Split(Environment.NewLine)[^2].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static RunOutcome Visit(Presence presence, CoreGroup group, Job job, CancellationToken cancellation)
    {
        var tables = new WorldTables();
        tables.Add(presence);
        using var host = new AkkaHost(
            Hosts.Settings(HostRuntime.Threads, helpers: 2), Hosts.Heap, tables, new RecordList());
        for (var visitor = 0; visitor < 3; visitor++)
        {
            host.Post(host.Add<Visitor, Job>($"visitor-{visitor}", group, default), job);
        }

        return host.Run(cancellation);
    }
}
