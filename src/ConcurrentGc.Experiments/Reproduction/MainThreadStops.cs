using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>
/// The times in which the program stood for the collector, from its record: pauses, and the marking steps between them.
/// What touches without any time of the program between is one stop. Not safe for use by several threads.
/// </summary>
public sealed class MainThreadStops : IRecordSink
{
    private readonly List<(long Begin, long End)> _stops = [];
    private int _open;
    private long _begin;

    /// <summary>The stops in order of time, nanoseconds since the world began.</summary>
    public IReadOnlyList<(long Begin, long End)> Stops => _stops;

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        switch (entry.Kind)
        {
            case EventKind.PauseBegin:
            case EventKind.PhaseBegin when IsStep(entry):
                _begin = _open++ == 0 ? entry.Time : _begin;
                break;
            case EventKind.PauseEnd when _open > 0:
            case EventKind.PhaseEnd when IsStep(entry) && _open > 0:
                if (--_open == 0)
                {
                    Add(_begin, entry.Time);
                }

                break;
            default:
                break;
        }
    }

    // A step is recorded by the collector, within a pause of its own or between pauses; both are on the main thread.
    private static bool IsStep(in RecordEntry entry) => (CollectionPhase)entry.Subject == CollectionPhase.Incremental;

    private void Add(long begin, long end)
    {
        if (_stops.Count > 0 && _stops[^1].End == begin)
        {
            _stops[^1] = (_stops[^1].Begin, end);
        }
        else if (end > begin)
        {
            _stops.Add((begin, end));
        }
    }
}
