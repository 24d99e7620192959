using Akka.Actor;
using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Hosting;

/// <summary>The first failure stops the world and says who, at what, and why; on threads and in virtual time.</summary>
public class FailureTests
{
    public static TheoryData<HostRuntime> Runtimes => AkkaHostTests.Runtimes;

    [Theory, MemberData(nameof(Runtimes))]
    public void A_failed_role_is_named_and_never_restarted(HostRuntime runtime)
    {
        var record = new RecordList();

        var outcome = Tell(runtime, record, Order.Fail, Order.Fail, Order.Fail);

        Assert.Equal(RunEnd.Failed, outcome.End);
        Assert.Equal(("first", "Fail"), (outcome.Failure?.Actor, outcome.Failure?.Message));
        Assert.IsType<InvalidOperationException>(outcome.Failure?.Cause);
        Assert.Single(record.Entries);
        Assert.Contains("first failed at Fail: InvalidOperationException: told to", outcome.Failure?.Describe(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void A_failure_comes_with_the_last_twenty_entries(HostRuntime runtime)
    {
        var record = new RecordList();

        var outcome = Tell(runtime, record, [.. Enumerable.Repeat(Order.EndProgram, 30), Order.Fail]);

        Assert.Equal(record.Entries.TakeLast(20), outcome.Failure?.Tail);
        Assert.Equal(EventKind.Statistic, outcome.Failure?.Tail[^1].Kind);
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void A_failure_stops_roles_that_would_go_on_for_ever(HostRuntime runtime)
    {
        var outcome = Run(runtime, new RecordList(), observe: null, host =>
        {
            host.Post(new Address<Order>(1), Order.Toil);
            host.Post(new Address<Order>(0), Order.Fail);
        });

        Assert.Equal((RunEnd.Failed, "first"), (outcome.End, outcome.Failure?.Actor));
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void A_message_of_another_protocol_is_a_failure(HostRuntime runtime)
    {
        var outcome = Run(runtime, new RecordList(), (host, message) =>
        {
            if (message is Order.Toil)
            {
                host.Actors[1].Tell("nonsense");
            }
        }, host => host.Post(new Address<Order>(0), Order.Toil));

        Assert.Equal((RunEnd.Failed, "second", "nonsense"), (outcome.End, outcome.Failure?.Actor, outcome.Failure?.Message));
        Assert.Null(outcome.Failure?.Cause);
        Assert.Contains("second did not take nonsense", outcome.Failure?.Describe(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void A_message_to_a_dead_actor_is_a_failure(HostRuntime runtime)
    {
        var outcome = Run(runtime, new RecordList(), (host, message) =>
        {
            if (message is Order.Toil)
            {
                host.Actors[1].Tell(PoisonPill.Instance);
                host.Actors[1].Tell(Order.Choose);
            }
        }, host => host.Post(new Address<Order>(0), Order.Toil));

        Assert.Equal((RunEnd.Failed, "second", "Choose"), (outcome.End, outcome.Failure?.Actor, outcome.Failure?.Message));
    }

    [Theory, MemberData(nameof(Runtimes))]
    public void A_message_to_nobody_is_its_senders_failure(HostRuntime runtime)
    {
        var outcome = Tell(runtime, new RecordList(), Order.Misaddress);

        Assert.Equal((RunEnd.Failed, "first", "Misaddress"), (outcome.End, outcome.Failure?.Actor, outcome.Failure?.Message));
    }

    private static RunOutcome Tell(HostRuntime runtime, RecordList record, params Order[] orders) =>
        Run(runtime, record, observe: null, host => orders.ToList().ForEach(order => host.Post(new Address<Order>(0), order)));

    private static RunOutcome Run(
        HostRuntime runtime, RecordList record, Action<AkkaHost, object>? observe, Action<AkkaHost> post)
    {
        AkkaHost? host = null;
        using (host = Hosts.Create(Hosts.Settings(runtime) with { Observe = (_, message) => observe?.Invoke(host!, message) }, record))
        {
            host.Add<Servant, Order>("first", CoreGroup.Main(0), new Servant(0));
            host.Add<Servant, Order>("second", CoreGroup.Helpers, new Servant(1));
            post(host);
            return host.Run();
        }
    }
}
