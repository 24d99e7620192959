using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Actors.Shells;
using ConcurrentGc.Orinoco.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Shells;

/// <summary>One shell among probes, on the calling thread.</summary>
public sealed class RoleActorTests : TestKit
{
    private readonly List<object> _handled = [];
    private readonly RecordList _record = new();
    private readonly Site _site;
    private readonly Place _place = new(0, Hosts.Heap, new WorldTables());
    private readonly TestProbe _neighbor;

    public RoleActorTests()
    {
        _site = new Site(new Journal(_record, NoLogger.Instance))
        {
            Observe = (_, message) => _handled.Add(message),
        };
        _neighbor = CreateTestProbe();
        _place.Add(0);
        _place.Add(1);
    }

    [Fact]
    public void What_a_role_sends_reaches_its_neighbor()
    {
        Shell<Worker, Job>(default).Tell(new Job(Steps: 5, Then: 1, ThenSteps: 6));

        Assert.Equal(new Job(6), _neighbor.ExpectMsg<Job>());
    }

    [Fact]
    public void A_role_continues_once_a_slice()
    {
        Shell<Worker, Job>(default, slice: 2).Tell(new Job(Steps: 6));

        Assert.Equal([new Job(6), Continue.Instance, Continue.Instance, Continue.Instance], _handled);
    }

    [Fact]
    public void At_most_one_continue_waits_whatever_number_of_messages_leave_work()
    {
        Shell<Servant, Order>(new Servant(0)).Tell(Order.Burst);

        Assert.Equal([Order.Burst, Order.Work, Order.Work, Order.Work, Continue.Instance], _handled);
    }

    [Fact]
    public void A_message_of_another_protocol_is_unhandled()
    {
        Sys.EventStream.Subscribe(_neighbor, typeof(UnhandledMessage));
        var shell = Shell<Servant, Order>(new Servant(0));

        shell.Tell(new Job(1));

        Assert.Equal(shell, _neighbor.ExpectMsg<UnhandledMessage>().Recipient);
    }

    [Fact]
    public void A_failure_is_logged_once_and_names_actor_and_message()
    {
        var shell = Shell<Servant, Order>(new Servant(0));

        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => shell.Tell(Order.Fail));

        Assert.Equal((shell.Path.Name, "Fail", "told to"),
            (_site.Failure?.Actor, _site.Failure?.Message, _site.Failure?.Cause?.Message));
        Assert.Equal(_record.Entries, _site.Failure?.Tail);
    }

    [Fact]
    public void A_stopped_world_drops_its_messages()
    {
        var shell = Shell<Servant, Order>(new Servant(0));
        _site.Stop();

        shell.Tell(Order.EndProgram);

        Assert.Empty(_handled);
        Assert.Empty(_record.Entries);
    }

    [Fact]
    public void An_entry_carries_the_actor()
    {
        Shell<Servant, Order>(new Servant(0)).Tell(Order.EndProgram);

        Assert.Equal([0], _record.Entries.Select(entry => entry.Actor));
    }

    private TestActorRef<RoleActor<TRole, TMessage, ThreadPace>> Shell<TRole, TMessage>(TRole role, int slice = 100)
        where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged
    {
        var factory = new ActorFactory(typeof(RoleActor<TRole, TMessage, ThreadPace>),
            () => new RoleActor<TRole, TMessage, ThreadPace>(role, _place, 0, _site, new ThreadPace(new WallClock(), slice)));
        _site.Begin([]);
        var shell = ActorOfAsTestActorRef<RoleActor<TRole, TMessage, ThreadPace>>(Props.CreateBy(factory));
        _site.Actors.AddRange([shell, _neighbor]);
        return shell;
    }
}
