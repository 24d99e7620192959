namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>
/// Marking that is complete waits a while for its task, in which the pause at its end disturbs less than in the middle of the
/// program; but only if tasks have come soon enough before. Times are nanoseconds of the host's clock.
/// </summary>
/// <remarks>
/// Source: V8 11.3, heap/incremental-marking.cc (ShouldWaitForTask, TryInitializeTaskTimeout), heap/gc-tracer.cc
/// (RecordTimeToIncrementalMarkingTask).
/// </remarks>
public struct TaskDelay
{
    private const long LeastOvershoot = 50_000_000;
    private const int OvershootDivisor = 10;

    private long _since;
    private long _posted;
    private long _average;
    private long _until;
    private bool _isPosted;
    private bool _isKnown;

    /// <summary>Marking starts, and its first task waits for the program to sleep.</summary>
    /// <param name="now">The time.</param>
    public void Start(long now)
    {
        (_since, _until) = (now, 0);
        Post(now);
    }

    /// <summary>The next task waits for the program to sleep.</summary>
    /// <param name="now">The time.</param>
    public void Post(long now) => (_posted, _isPosted) = (now, true);

    /// <summary>The task runs.</summary>
    /// <param name="now">The time.</param>
    public void Run(long now)
    {
        if (_isPosted)
        {
            var delay = now - _posted;
            (_average, _isKnown, _isPosted) = (_isKnown ? (_average + delay) / 2 : delay, true, false);
        }
    }

    /// <summary>Whether complete marking waits on. The first question decides until when.</summary>
    /// <param name="now">The time.</param>
    public bool MayWait(long now)
    {
        if (_until == 0)
        {
            var allowed = Math.Max(LeastOvershoot, (now - _since) / OvershootDivisor);
            var waited = _isPosted ? now - _posted : 0;
            _until = _isKnown && _average <= allowed && waited <= allowed ? now + allowed - waited : now;
        }

        return now < _until;
    }
}
