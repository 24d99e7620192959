using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What marking did so far beside the program, since it started.</summary>
public struct MarkingProgress
{
    private long _start;
    private long _stepStart;
    private long _steps;
    private long _stepNanoseconds;
    private long _longest;

    /// <summary>Bytes marked in steps on the main thread.</summary>
    public long StepBytes { get; private set; }

    /// <summary>Nanoseconds on the main thread, the start included.</summary>
    public readonly long Nanoseconds => _stepNanoseconds;

    /// <summary>Marking starts.</summary>
    /// <param name="now">The host's clock.</param>
    public void Start(long now) => this = new MarkingProgress { _start = now, _stepStart = now };

    /// <summary>A step begins.</summary>
    /// <param name="now">The host's clock.</param>
    public void BeginStep(long now) => _stepStart = now;

    /// <summary>A step, or the start, has ended.</summary>
    /// <param name="now">The host's clock.</param>
    /// <param name="bytes">Bytes that it marked.</param>
    public void EndStep(long now, long bytes)
    {
        var nanoseconds = now - _stepStart;
        _steps++;
        _stepNanoseconds += nanoseconds;
        _longest = Math.Max(_longest, nanoseconds);
        StepBytes += bytes;
    }

    /// <summary>Writes the numbers to the run record.</summary>
    /// <param name="turn">The host.</param>
    /// <param name="epoch">The cycle.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    public readonly void Record<TTurn>(ref TTurn turn, long epoch)
        where TTurn : struct, ITurn, allows ref struct
    {
        turn.Record(EventKind.Statistic, epoch, (long)Statistic.IncrementalSteps, _steps);
        turn.Record(EventKind.Statistic, epoch, (long)Statistic.IncrementalNanoseconds, _stepNanoseconds);
        turn.Record(EventKind.Statistic, epoch, (long)Statistic.LongestStepNanoseconds, _longest);
        turn.Record(EventKind.Statistic, epoch, (long)Statistic.MarkingWallNanoseconds, turn.Now - _start);
        turn.Record(EventKind.Statistic, epoch, (long)Statistic.IncrementalBytes, StepBytes);
        turn.Record(EventKind.Statistic, epoch, (long)Statistic.ShadedObjects, turn.Heap.Control.Barrier.Shades);
    }
}
