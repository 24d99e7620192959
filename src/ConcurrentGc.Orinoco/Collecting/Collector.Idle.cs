using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Embedding;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>Idle time that the embedder granted. See Note [Idle time] in Embedder.cs.</content>
public partial struct Collector
{
    private const double NanosecondsPerMillisecond = 1_000_000;

    /// <summary>V8's kIncrementalMarkingStepTimeInMs: with less time, no step begins.</summary>
    private const double ShortestStep = 1;

    /// <summary>A period of at least this share of the longest is as long as one will ever be.</summary>
    private const double WholePeriod = 0.9 * Embedder.LongestPeriod / NanosecondsPerMillisecond;

    /// <summary>Whether tasks have to fit the time that is granted: then nothing is done without.</summary>
    private readonly bool MustFit => _settings.IdleTime == IdleTimeUse.Fitting && _deadline != 0;

    private readonly double MillisecondsLeft(long now) => Math.Max(0, _deadline - now) / NanosecondsPerMillisecond;

    /// <summary>What fits and is worth it.</summary>
    /// <param name="turn">The host.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    private CollectorTask NextFittingTask<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var (left, used) = (MillisecondsLeft(turn.Now), heap.New.UsedBytes);
        var isWorthScavenging = IdleTimeEstimate.IsWorthScavenging(used, heap.New.CapacityBytes, _scavengedSpeed.Over());
        if (isWorthScavenging && IdleTimeEstimate.FitsScavenge(left, used, _scavengedSpeed.Over()))
        {
            return CollectorTask.Scavenge;
        }

        if (!IsMarking && MayStartMarking(heap, turn.Now))
        {
            return CollectorTask.StartMarking;
        }

        if (IsMarking && left >= ShortestStep && (!_isComplete || FitsEnd(heap, left)))
        {
            return CollectorTask.Step;
        }

        if ((isWorthScavenging || IsMarking) && left < WholePeriod)
        {
            turn.Send(_world.Embedder, new EmbedderMessage(EmbedderVerb.TimeWanted, 0, 0));
        }

        return CollectorTask.None;
    }

    private readonly bool FitsEnd(SharedHeap heap, double milliseconds) =>
        IdleTimeEstimate.FitsEnd(milliseconds, CycleStatistics.TotalBytes(heap), _endSpeed.Over());

    /// <summary>Whether marking that has nothing more to do is ended now, or waits for a better moment.</summary>
    private bool EndsMarkingNow(SharedHeap heap, long now) =>
        MustFit && _task == CollectorTask.Step ? FitsEnd(heap, MillisecondsLeft(now))
        : _task == CollectorTask.Step || _settings.IdleTime == IdleTimeUse.Fitting || !_delay.MayWait(now);

    /// <summary>How fast tasks in idle time are likely to be.</summary>
    private void NoteFullCollection(SharedHeap heap, long now)
    {
        if (IsMarking)
        {
            _endSpeed.Add(CycleStatistics.TotalBytes(heap), now - _pauseStart);
        }
    }

    /// <summary>The mutators go on: what was done in idle time is over.</summary>
    private void EndTask<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_taskSince != 0 && _deadline != 0)
        {
            var late = Math.Clamp(turn.Now - _deadline, 0, turn.Now - _taskSince);
            turn.Record(EventKind.IdleWork, 0, late, turn.Now - _taskSince - late);
        }

        _taskSince = 0;
    }
}
