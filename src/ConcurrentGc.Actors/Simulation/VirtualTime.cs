using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace ConcurrentGc.Actors.Simulation;

// Note [Virtual time].
//
// One loop, one thread: take every event of the next moment, then let each free core start the first actor that is ready.
// A slice runs to its end at once, at the moment at which it starts; what it does to the heap happens then, in the order
// in which slices start. It occupies its core for the time that it paid, and a message leaves at the sender's own time:
// start of the slice plus what was paid before. Ties go by order of posting, between core groups by name. No wall clock,
// no other thread and no hash order takes part, so a run repeats to the bit in every process.

/// <summary>
/// Akka's scheduler as a discrete-event clock: nothing happens until somebody calls <see cref="Run"/>, then everything
/// happens on that thread. Named in configuration; dispatchers find it in their prerequisites. See Note [Virtual time].
/// </summary>
/// <param name="config">The system's configuration; Akka passes it.</param>
/// <param name="log">The system's log; Akka passes it.</param>
public sealed class VirtualTime(Config config, ILoggingAdapter log) : SchedulerBase(config, log)
{
    private readonly PriorityQueue<Action, (long Time, long Order)> _events = new();
    private readonly Lock _posting = new(); // guardians post from their own threads when a world starts and stops
    private readonly ConcurrentQueue<IRunnable> _runs = new();
    private readonly List<VirtualDispatcher> _dispatchers = [];
    private VirtualSeat? _running;
    private volatile bool _isSliceLast;
    private long _moment;
    private long _order;

    /// <summary>Virtual nanoseconds. While an actor runs: the start of its slice plus what it paid so far.</summary>
    public long Now { get; private set; }

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => TimeSpan.FromTicks(Now / TimeSpan.NanosecondsPerTick);

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => MonotonicClock;

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow => DateTimeOffset.UnixEpoch + MonotonicClock;

    /// <summary>Seats that wait for a core, in all groups.</summary>
    internal int Ready { get; set; }

    /// <summary>From now on every slice is a message of its own. See Note [Slices in a row]. From any thread.</summary>
    public void EndSlices() => _isSliceLast = true;

    /// <summary>Lets time pass for the actor that runs.</summary>
    /// <param name="nanoseconds">From zero.</param>
    public void Spend(long nanoseconds) => Now += nanoseconds;

    /// <summary>Runs until nothing is left to do. A timer that repeats for ever keeps it going.</summary>
    public void Run()
    {
        do
        {
            RunMailboxes();
            for (var i = 0; i < _dispatchers.Count; i++) // an actor that runs may be the first to use a dispatcher
            {
                _dispatchers[i].Start();
            }
        }
        while (NextMoment());
    }

    // Note [Slices in a row].
    //
    // A role that has work left ends its slice at time t and tells itself to continue; that message arrives at t. If no
    // seat is ready, nothing waits for the role itself and no event lies at or before t, then the role's next slice is
    // the next thing that happens, at t, on the same core. So it may as well go on without leaving its loop: the same
    // accesses in the same order at the same times, without the price of a message. Most slices of a program that runs
    // alone end this way. Not when somebody chooses who goes next: then every slice is one mailbox entry.

    /// <summary>Whether the running role's own next slice is what would happen next anyway.</summary>
    /// <param name="time">When its present slice ends.</param>
    internal bool IsNextAt(long time)
    {
        if (_isSliceLast || Ready > 0 || _running is not { HasWaiting: false })
        {
            return false;
        }

        lock (_posting)
        {
            return !_events.TryPeek(out _, out var next) || next.Time > time;
        }
    }

    /// <summary>Ties between core groups go by name, not by who was used first.</summary>
    internal void Join(VirtualDispatcher dispatcher)
    {
        _dispatchers.Add(dispatcher);
        _dispatchers.Sort(static (one, other) => string.CompareOrdinal(one.Id, other.Id));
    }

    /// <summary>A mailbox that runs at the present moment and costs nothing.</summary>
    internal void Soon(IRunnable mailbox) => _runs.Enqueue(mailbox);

    /// <summary>Something that happens later.</summary>
    /// <param name="time">Virtual nanoseconds; in the past: as soon as possible.</param>
    /// <param name="happen">What happens.</param>
    internal void At(long time, Action happen)
    {
        lock (_posting)
        {
            _events.Enqueue(happen, (time, _order++));
        }
    }

    /// <summary>Handles the message that was just let in. Returns when its slice ends.</summary>
    /// <param name="seat">Whose message it is.</param>
    internal long RunSlice(VirtualSeat seat)
    {
        _running = seat;
        RunMailboxes();
        _running = null;
        var end = Now;
        Now = _moment;
        return end;
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        After(delay, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender,
        ICancelable cancelable) =>
        After(initialDelay, () => receiver.Tell(message, sender), cancelable, interval);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) =>
        After(delay, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) =>
        After(delay, action.Run, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        After(initialDelay, action, cancelable, interval);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        After(initialDelay, action.Run, cancelable, interval);

    private void RunMailboxes()
    {
        while (_runs.TryDequeue(out var mailbox))
        {
            mailbox.Run();
        }
    }

    /// <summary>Takes every event of the next moment, so that who starts is chosen among all that are ready.</summary>
    private bool NextMoment()
    {
        lock (_posting)
        {
            if (!_events.TryPeek(out _, out var next))
            {
                return false;
            }

            Now = _moment = Math.Max(_moment, next.Time);
            while (_events.TryPeek(out var happen, out next) && next.Time <= _moment)
            {
                _events.Dequeue();
                happen();
            }

            return true;
        }
    }

    private void After(TimeSpan delay, Action act, ICancelable? cancelable, TimeSpan? interval = null) =>
        At(Now + delay.Ticks * TimeSpan.NanosecondsPerTick, () =>
        {
            if (cancelable is not { IsCancellationRequested: true })
            {
                act();
                if (interval is { } again)
                {
                    After(again, act, cancelable, again);
                }
            }
        });
}
