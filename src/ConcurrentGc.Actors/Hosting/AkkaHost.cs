using System.Globalization;
using System.Text;
using Akka.Actor;
using Akka.Event;
using ConcurrentGc.Actors.Shells;
using ConcurrentGc.Actors.Simulation;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Actors.Hosting;

/// <summary>
/// The worlds of one or several isolates on one actor system. Only the configuration decides between threads and virtual
/// time. Add roles, post the first messages, run once, dispose. Not for several threads, except <see cref="Describe"/>.
/// </summary>
public sealed class AkkaHost : IHost, IDisposable
{
    private readonly HostSettings _settings;
    private readonly ExtendedActorSystem _system;
    private readonly VirtualTime? _time;
    private readonly WallClock _clock = new();
    private readonly long[] _prices;
    private readonly Journal _journal;
    private readonly Site _site;
    private readonly List<Place> _places = [];
    private readonly List<(string Name, CoreGroup Group, Props Props)> _roles = [];
    private readonly List<(int To, object Message)> _posts = [];
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasRun;
    private string? _late;

    /// <summary>A host with one isolate, whose world is empty.</summary>
    /// <param name="settings">How it is hosted.</param>
    /// <param name="heap">Passed along to the roles of the first isolate.</param>
    /// <param name="tables">Passed along to the roles of the first isolate.</param>
    /// <param name="sink">Takes the run record, one entry at a time.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <exception cref="InvalidDataException">The configuration file cannot be read or is malformed.</exception>
    public AkkaHost(HostSettings settings, SharedHeap heap, WorldTables tables, IRecordSink sink)
    {
        HostSettings.Check(settings);
        _settings = settings;
        _prices = [.. settings.Prices.Picoseconds];
        _system = HostConfiguration.CreateSystem(settings);
        _time = _system.Scheduler as VirtualTime;
        _journal = new Journal(sink, Logging.GetLogger(_system, "phases"));
        _site = new Site(_journal) { Observe = settings.Observe, Choose = settings.Choose, Ended = End };
        _places.Add(new Place(0, heap, tables));
        new LostMessages(_system, _site).Subscribe();
    }

    /// <summary>Nanoseconds since the world began: virtual, or of the wall on threads.</summary>
    public long Now => _time?.Now ?? _clock.Now;

    /// <summary>The system, for timers and tests.</summary>
    public ActorSystem System => _system;

    /// <summary>By number, once the world has begun.</summary>
    internal IReadOnlyList<IActorRef> Actors => _site.Actors;

    /// <summary>Adds a further isolate, whose world is empty.</summary>
    /// <param name="heap">Passed along to its roles.</param>
    /// <param name="tables">Passed along to its roles.</param>
    /// <returns>Where its world is built; addresses of one world mean nothing in another.</returns>
    public IHost AddIsolate(SharedHeap heap, WorldTables tables)
    {
        var place = new Place(_places.Count, heap, tables);
        _places.Add(place);
        return new IsolateHost(this, place);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The group does not exist, or the name is no part of a path.</exception>
    public Address<TMessage> Add<TRole, TMessage>(string name, CoreGroup group, TRole role)
        where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged =>
        Add<TRole, TMessage>(_places[0], name, group, role);

    /// <inheritdoc/>
    public void Post<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged =>
        Post(_places[0], to, message);

    /// <summary>Adds an actor to the world of an isolate.</summary>
    internal Address<TMessage> Add<TRole, TMessage>(Place place, string name, CoreGroup group, TRole role)
        where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged
    {
        if (group.IsHelpers ? _settings.Helpers == 0 : group.Isolate >= _settings.Isolates)
        {
            throw new ArgumentException($"{name}: this host has no group {group}.", nameof(group));
        }

        if (!ActorPath.IsValidPathElement(name))
        {
            throw new ArgumentException($"{name}: not a name.", nameof(name));
        }

        var (number, site, dispatcher) = (place.Add(_roles.Count), _site, HostConfiguration.DispatcherOf(group, _settings));
        var unique = place.Isolate == 0 ? name : $"isolate-{place.Isolate}.{name}";
        _roles.Add((unique, group, _time is null ? Shell(new ThreadPace(_clock, _settings.ThreadSlice))
            : _settings.StopsClock ? Shell(default(StillPace))
            : Shell(new VirtualPace(_time, _prices, _settings.Prices.SliceObjects, _settings.Prices.SliceNanoseconds))));
        return new Address<TMessage>(number);

        Props Shell<TPace>(TPace pace) where TPace : struct, IPace =>
            ActorFactory.Props(dispatcher, () => new RoleActor<TRole, TMessage, TPace>(role, place, number, site, pace));
    }

    /// <summary>A message to an actor of an isolate's world that is there before anything runs.</summary>
    internal void Post<TMessage>(Place place, Address<TMessage> to, in TMessage message) where TMessage : unmanaged =>
        _posts.Add((place.ActorOf(to.Index), message));

    /// <summary>
    /// Runs until no role has work and no message is on its way, until the first failure, or until canceled. Then no
    /// role touches the sink any more, nor heap and tables unless the outcome says that one is late.
    /// </summary>
    /// <param name="cancellation">Roles finish the slice they are at; the record keeps what was appended.</param>
    /// <exception cref="InvalidOperationException">It ran before, or its actors cannot be created.</exception>
    public RunOutcome Run(CancellationToken cancellation = default)
    {
        if (_hasRun)
        {
            throw new InvalidOperationException("A world runs once.");
        }

        _hasRun = true;
        var world = Start();
        using (cancellation.Register(_site.Stop))
        {
            WaitFor(_ended.Task, Timeout.InfiniteTimeSpan);
        }

        var (now, isAtRest, actors) = (Now, _site.InFlight == 0, Describe());
        _late = Stop(world) ? null : Describe();
        var programs = _journal.Programs();
        var end = _site.Failure is not null ? RunEnd.Failed
            : !isAtRest ? RunEnd.Canceled
            : programs.Count < _settings.Programs ? RunEnd.Stalled
            : RunEnd.Finished;
        return new RunOutcome(end, now, _site.Handled, programs, _site.Failure, actors, _late)
        {
            RestTimes = [.. _places.Select(place => place.RestTime)],
        };
    }

    /// <summary>A line an actor: what it handled, what waits, whether it has work. Any thread, at any time.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        for (var number = 0; number < _roles.Count; number++)
        {
            var (name, group, _) = _roles[number];
            text.AppendLine(CultureInfo.InvariantCulture, $"{name} on {group}: {_site.Describe(number)}");
        }

        return text.AppendLine(CultureInfo.InvariantCulture, $"{_site.InFlight} messages in flight").ToString();
    }

    /// <summary>Ends the system, but for a role that is late. The run's outcome stays valid.</summary>
    public void Dispose()
    {
        _site.Stop();
        WaitFor(_system.Terminate(), _late is null ? _settings.StopLimit : TimeSpan.Zero);
    }

    private IActorRef Start()
    {
        var world = _system.ActorOf(ActorFactory.Props(HostConfiguration.World, () => new RoleParent(
            _site, [.. _roles.Select(role => (role.Name, role.Props))], _started, _stopped)), "world");
        WaitFor(_started.Task, Timeout.InfiniteTimeSpan);
        if (_settings.Schedule is { } schedule)
        {
            var numbers = _site.Actors.Index().ToDictionary(actor => actor.Item, actor => actor.Index);
            var dispatcher = (VirtualDispatcher)_system.Dispatchers.Lookup(HostConfiguration.OneCore);
            dispatcher.Choose = ready => schedule([.. ready.Select(actor => numbers[actor])]);
            _time!.EndSlices(); // every slice is a choice
        }

        _site.Begin(_posts);
        return world;
    }

    /// <summary>Stops the roles, those that return within the limit.</summary>
    private bool Stop(IActorRef world)
    {
        _site.Stop();
        _system.Stop(world);
        var isStopped = WaitFor(_stopped.Task, _settings.StopLimit);
        _journal.Close();
        return isStopped;
    }

    private void End()
    {
        _time?.EndSlices();
        _ended.TrySetResult();
    }

    /// <summary>In virtual time this is the loop: guardians start and stop the world from their own threads.</summary>
    private bool WaitFor(Task task, TimeSpan limit)
    {
        if (_time is null)
        {
            return task.Wait(limit);
        }

        do
        {
            _time.Run();
        }
        while (!task.Wait(1));
        return true;
    }
}
