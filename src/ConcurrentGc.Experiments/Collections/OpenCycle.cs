using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Collections;

/// <summary>A cycle that has not ended: the row that is being filled, and what has begun and not ended in it.</summary>
internal sealed class OpenCycle
{
    private readonly List<(RecordEntry Begin, long Paused, bool IsInPause)> _phases = [];
    private int _mainActor;
    private bool _hasPaused;
    private bool _hasEnded;
    private long _pausedSince = -1;

    /// <summary>Begins with the first entry of a cycle.</summary>
    /// <param name="first">That entry, which is not applied yet.</param>
    public OpenCycle(in RecordEntry first)
    {
        Row = new Cycle(first.Isolate, first.Epoch) { StartTime = first.Time, PauseStart = first.Time };
        _mainActor = first.Actor;
    }

    /// <summary>The row.</summary>
    public Cycle Row { get; }

    /// <summary>Whether the cycle has ended and its mutators run.</summary>
    public bool IsComplete => _hasEnded && _pausedSince < 0;

    /// <summary>Applies one entry of this cycle.</summary>
    /// <param name="entry">Its epoch is the row's.</param>
    public void Apply(in RecordEntry entry)
    {
        switch (entry.Kind)
        {
            case EventKind.CycleBegin:
                Row.Kind = (CycleKind)entry.Subject;
                Row.Cause = (CollectionCause)entry.Value;
                Row.StartTime = entry.Time;
                _mainActor = entry.Actor;
                break;
            case EventKind.CycleEnd:
                Row.EndTime = entry.Time;
                _hasEnded = true;
                break;
            case EventKind.PauseBegin:
                BeginPause(entry.Time);
                break;
            case EventKind.PauseEnd:
                EndPause(entry.Time);
                break;
            case EventKind.PhaseBegin:
                _phases.Add((entry, PausedUntil(entry.Time), _pausedSince >= 0));
                break;
            case EventKind.PhaseEnd:
                EndPhase(entry);
                break;
            case EventKind.Statistic when Enum.IsDefined((Statistic)entry.Subject):
                Row[(Statistic)entry.Subject] = entry.Value;
                break;
            default:
                // Kinds that later versions add say nothing about this table.
                break;
        }
    }

    private void BeginPause(long time)
    {
        _pausedSince = time;
        if (!_hasPaused)
        {
            _hasPaused = true;
            Row.PauseStart = time;
        }
    }

    private void EndPause(long time)
    {
        if (_pausedSince < 0)
        {
            return;
        }

        Row.Pause += time - _pausedSince;
        Row.PauseEnd = time;
        _pausedSince = -1;
    }

    private void EndPhase(in RecordEntry entry)
    {
        var phase = (CollectionPhase)entry.Subject;
        for (var index = _phases.Count - 1; index >= 0; index--)
        {
            var (begin, paused, isInPause) = _phases[index];
            if (begin.Actor != entry.Actor || begin.Subject != entry.Subject)
            {
                continue;
            }

            _phases.RemoveAt(index);
            if (Enum.IsDefined(phase) && entry.Actor == _mainActor)
            {
                Row.Phases.Add(phase, entry.Time - begin.Time);
                Row.PausePhases.Add(phase, PausedUntil(entry.Time) - paused);
            }
            else if (Enum.IsDefined(phase))
            {
                Row.BackgroundPhases.Add(phase, entry.Time - begin.Time);
                Row.BackgroundWork.Add(phase, entry.Value - begin.Value);
                Row.BackgroundPauseWork.Add(phase, isInPause ? entry.Value - begin.Value : 0);
            }

            return;
        }
    }

    private long PausedUntil(long time) => Row.Pause + (_pausedSince < 0 ? 0 : time - _pausedSince);
}
