namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>
/// Starts full collections that reduce memory when a program has become quiet: a state machine that is told what happened.
/// Times are nanoseconds of the host's clock.
/// </summary>
/// <remarks>Source: V8 11.3, heap/memory-reducer.h and heap/memory-reducer.cc (Step).</remarks>
public struct MemoryReducer
{
    private const long Millisecond = 1_000_000;
    private const long LongDelay = 8000 * Millisecond;
    private const long ShortDelay = 500 * Millisecond;
    private const long WatchdogDelay = 100_000 * Millisecond;
    private const long TimerSlack = 100 * Millisecond;
    private const int MaximumCollections = 3;
    private const double CommittedFactor = 1.1;
    private const long CommittedDelta = 10 << 20;

    private int _started;
    private long _next;
    private long _lastCollection;
    private long _committedAtLastRun;

    /// <summary>What it does.</summary>
    public ReducerState State { get; private set; }

    /// <summary>When <see cref="OnTimer"/> is due; said only while it waits.</summary>
    public readonly long Due => _next + TimerSlack;

    /// <summary>There may be garbage: the old generation has grown and was never collected.</summary>
    /// <param name="now">The time.</param>
    public void OnPossibleGarbage(long now)
    {
        if (State == ReducerState.Done)
        {
            Wait(0, now + LongDelay);
        }
    }

    /// <summary>A full collection has ended.</summary>
    /// <param name="now">The time.</param>
    /// <param name="committed">Committed bytes of the old generation.</param>
    /// <param name="isMoreLikely">Whether another one would likely free more.</param>
    public void OnMarkCompact(long now, long committed, bool isMoreLikely)
    {
        switch (State)
        {
            case ReducerState.Done when committed
                < Math.Max((long)(_committedAtLastRun * CommittedFactor), _committedAtLastRun + CommittedDelta):
                break;
            case ReducerState.Done:
                Wait(0, now + LongDelay);
                _lastCollection = now;
                break;
            case ReducerState.Run when _started < MaximumCollections && (isMoreLikely || _started == 1):
                Wait(_started, now + ShortDelay); // for the watchdog, nothing was collected: the next one may follow
                break;
            case ReducerState.Run:
                Finish(committed);
                _lastCollection = now;
                break;
            default:
                Wait(_started, now + LongDelay);
                _lastCollection = now;
                break;
        }
    }

    /// <summary>Its timer is due while it waits, and no marking is under way.</summary>
    /// <param name="now">The time.</param>
    /// <param name="committed">Committed bytes of the old generation.</param>
    /// <param name="isQuiet">Whether the program allocates little, or memory matters more than time.</param>
    /// <returns>Whether marking is to start.</returns>
    public bool OnTimer(long now, long committed, bool isQuiet)
    {
        var isLate = _lastCollection != 0 && now > _lastCollection + WatchdogDelay;
        if (State != ReducerState.Wait)
        {
            return false;
        }

        if (_started >= MaximumCollections)
        {
            Finish(committed);
        }
        else if (!isQuiet && !isLate)
        {
            Wait(_started, now + LongDelay);
        }
        else if (_next <= now)
        {
            (State, _started) = (ReducerState.Run, _started + 1);
        }

        return State == ReducerState.Run;
    }

    private void Wait(int started, long next) => (State, _started, _next) = (ReducerState.Wait, started, next);

    private void Finish(long committed) => (State, _started, _committedAtLastRun) = (ReducerState.Done, 0, committed);
}
