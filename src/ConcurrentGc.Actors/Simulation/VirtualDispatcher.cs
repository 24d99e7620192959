using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;

namespace ConcurrentGc.Actors.Simulation;

/// <summary>
/// A group of simulated cores under a dispatcher name. Messages wait here, not in Akka's mailbox: one is let in when
/// its actor and a core are free, so Akka's throughput never applies. A slice occupies its core for what it paid.
/// See Note [Virtual time].
/// </summary>
public sealed class VirtualDispatcher : MessageDispatcher
{
    private readonly VirtualTime _time;
    private readonly ConcurrentDictionary<ActorCell, VirtualSeat> _seats = new();
    private readonly List<VirtualSeat> _ready = [];
    private int _idleCores;

    /// <summary>A group whose cores are all idle.</summary>
    /// <param name="configurator">Made by Akka from the dispatcher's section.</param>
    /// <param name="cores">At least one.</param>
    public VirtualDispatcher(MessageDispatcherConfigurator configurator, int cores) : base(configurator)
    {
        Id = configurator.Config.GetString("id");
        _idleCores = cores;
        _time = (VirtualTime)configurator.Prerequisites.Scheduler;
        _time.Join(this);
    }

    /// <summary>Who goes next among the ready actors, by index. Null: first come, first served.</summary>
    public Func<IReadOnlyList<IActorRef>, int>? Choose { get; set; }

    /// <summary>A message arrives after what its sender has paid in this slice so far.</summary>
    /// <param name="cell">The receiver.</param>
    /// <param name="envelope">The message.</param>
    public override void Dispatch(ActorCell cell, Envelope envelope)
    {
        var seat = _seats.GetOrAdd(cell, static (cell, dispatcher) => new VirtualSeat(cell, dispatcher), this);
        _time.At(_time.Now, () => seat.Arrive(envelope));
    }

    /// <summary>Lets ready actors start while cores are idle.</summary>
    internal void Start()
    {
        while (_idleCores > 0 && _ready.Count > 0)
        {
            var index = Choose?.Invoke([.. _ready.Select(ready => ready.Cell.Self)]) ?? 0;
            var seat = _ready[index];
            _ready.RemoveAt(index);
            _time.Ready--;
            _idleCores--;
            base.Dispatch(seat.Cell, seat.Take());
            _time.At(_time.RunSlice(seat), seat.Leave);
        }
    }

    /// <summary>A seat waits for a core.</summary>
    internal void Claim(VirtualSeat seat)
    {
        _ready.Add(seat);
        _time.Ready++;
    }

    /// <summary>A core is idle again.</summary>
    internal void Free() => _idleCores++;

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run) => _time.Soon(run);

    /// <inheritdoc/>
    protected override void Shutdown()
    {
    }
}
