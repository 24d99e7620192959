using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Embedding;

// Note [Idle time].
//
// What a browser or Node is to V8, the embedder is here: it has the timer that wakes a program, counts frames, and knows
// better than the collector how long the program will have nothing to do.
//
//   1. a mutator whose program sleeps says FellAsleep; the embedder wakes it when the next timer or frame is due
//   2. it tells the collector that there is time, and how much of it is granted: up to the next frame, or 50 ms when none is
//      asked for, since something that cannot be foreseen, such as a click, has to be answered then
//   3. the collector does one task (Note [Tasks]); behind it the mutator, still asleep, says SleepsOn, and the rest of the
//      time is granted
//   4. work that does not fit waits: the collector says TimeWanted, and gets the whole of the next period
//
// Only a program that has asked for a frame is granted time: Node has no frames, and its platform grants none. A frame that
// is late is drawn when its turn comes; each display time that it misses is a dropped frame.
//
// Mutators of one world share its main thread. Each is woken by itself; the time that is granted is that of the one that
// fell asleep last, and another one that runs meanwhile is stopped for a task as for any pause.

/// <summary>Wakes programs, counts their frames, grants idle time to the collector and tells it when memory is short.</summary>
/// <remarks>
/// Source: "Idle-time garbage-collection scheduling" (Degenbaev and others, 2016); V8 11.3, heap/gc-idle-time-handler.h.
/// </remarks>
/// <param name="settings">What it does.</param>
/// <param name="self">Its own address.</param>
/// <param name="world">Where the other roles are.</param>
public struct Embedder(EmbedderSettings settings, Address<EmbedderMessage> self, WorldAddresses world) : IRole<EmbedderMessage>
{
    /// <summary>V8's kMaxScheduledIdleTime.</summary>
    public const long LongestPeriod = 50_000_000;

    private readonly EmbedderSettings _settings = settings;
    private readonly Address<EmbedderMessage> _self = self;
    private readonly WorldAddresses _world = world;

    private EmbedderMessage _asleep;
    private long _deadline;
    private bool _hasFrames;
    private bool _hasToldPressure;

    /// <inheritdoc/>
    public bool Receive<TTurn>(in EmbedderMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        switch (message.Verb)
        {
            case EmbedderVerb.FellAsleep:
                var left = Math.Max(0, message.Value - turn.Now);
                turn.SendLater(_world.Mutator(message.Mutator), new MutatorMessage(MutatorVerb.Wake, 0), left);
                _hasFrames |= message.WaitsForFrame;
                AwaitPressure(message.Value, ref turn);
                Grant(message, ref turn);
                break;
            case EmbedderVerb.SleepsOn:
                Grant(message, ref turn);
                break;
            case EmbedderVerb.FrameEnded:
                _hasFrames = true;
                turn.Record(EventKind.Frame, 0, (message.Value - 1) / _settings.FrameNanoseconds, message.Value);
                break;
            case EmbedderVerb.Interrupted:
            case EmbedderVerb.PressureDue:
                TellPressure(ref turn);
                break;
            case EmbedderVerb.TimeWanted when _deadline < _asleep.Value:
                turn.SendLater(_self, new EmbedderMessage(EmbedderVerb.PeriodBegins, 0, 0), Math.Max(0, _deadline - turn.Now));
                break;
            case EmbedderVerb.PeriodBegins when turn.Now < _asleep.Value:
                Grant(_asleep, ref turn);
                break;
            default:
                break; // the program is awake again, or will be when the time that was granted is over
        }

        return false;
    }

    /// <inheritdoc/>
    public readonly bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct => false;

    /// <summary>The collector may work. See Note [Idle time].</summary>
    private void Grant<TTurn>(in EmbedderMessage asleep, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _asleep = asleep;
        _deadline = asleep.WaitsForFrame ? asleep.Value : Math.Min(asleep.Value, turn.Now + LongestPeriod);
        var granted = _settings.GrantsTime != 0 && _hasFrames ? _deadline : 0;
        turn.Send(_world.Collector, new CollectorMessage(CollectorVerb.FellAsleep, granted, asleep.Mutator, Value: asleep.Value));
    }

    private void AwaitPressure<TTurn>(long until, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_settings.PressureAt != 0 && _settings.PressureAt < until && !_hasToldPressure)
        {
            turn.SendLater(
                _self, new EmbedderMessage(EmbedderVerb.PressureDue, 0, 0), Math.Max(0, _settings.PressureAt - turn.Now));
        }
    }

    private void TellPressure<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!_hasToldPressure)
        {
            _hasToldPressure = true;
            turn.Send(_world.Collector, new CollectorMessage(CollectorVerb.MemoryIsShort, 0, 0, Value: (long)_settings.Pressure));
        }
    }
}
