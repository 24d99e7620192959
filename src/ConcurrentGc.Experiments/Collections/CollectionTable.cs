using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Collections;

/// <summary>
/// The table of an isolate's collections, built while the run goes on: one row a cycle, in the order in which they end.
/// A row appears once its cycle has ended and the mutators run; entries of the cycle that come later still reach it.
/// Not safe for use by several threads.
/// </summary>
public sealed class CollectionTable : IRecordSink
{
    private readonly List<Cycle> _rows = [];
    private readonly List<OpenCycle> _open = [];
    private readonly Action<Cycle>? _completed;
    private OpenCycle? _last;
    private OpenCycle? _lastMarkCompact; // its pages are swept while later cycles begin and end
    private long _lastPauseEnd;

    /// <summary>Creates an empty table.</summary>
    /// <param name="completed">Told each row when it appears: trace lines are printed from here.</param>
    public CollectionTable(Action<Cycle>? completed = null) => _completed = completed;

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<Cycle> Rows => _rows;

    /// <summary>Time of the last entry, nanoseconds since the world began.</summary>
    public long LastTime { get; private set; }

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        LastTime = entry.Time;
        if (entry.Epoch > 0 && entry.Kind != EventKind.OutOfMemory)
        {
            var cycle = CycleOf(entry);
            cycle.Apply(entry);
            if (cycle.IsComplete && cycle.Row.Sequence == 0)
            {
                Complete(cycle);
            }
        }
    }

    private OpenCycle CycleOf(in RecordEntry entry)
    {
        if (_last is not null && _last.Row.Epoch == entry.Epoch)
        {
            return _last;
        }

        if (_lastMarkCompact is not null && _lastMarkCompact.Row.Epoch == entry.Epoch)
        {
            return _lastMarkCompact;
        }

        foreach (var open in _open)
        {
            if (open.Row.Epoch == entry.Epoch)
            {
                return open;
            }
        }

        var cycle = new OpenCycle(entry);
        _open.Add(cycle);
        return cycle;
    }

    private void Complete(OpenCycle cycle)
    {
        var row = cycle.Row;
        _open.Remove(cycle);
        _last = cycle;
        _lastMarkCompact = cycle.Row.Kind == CycleKind.MarkCompact ? cycle : _lastMarkCompact;
        row.Sequence = _rows.Count + 1;
        row.PauseEnd = Math.Max(row.PauseEnd, row.PauseStart);
        row.Mutator = Math.Max(0, row.PauseStart - _lastPauseEnd);
        row.Allocated = row[Statistic.TotalBefore] - (_rows.Count > 0 ? _rows[^1][Statistic.TotalAfter] : 0);
        _lastPauseEnd = row.PauseEnd;
        _rows.Add(row);
        _completed?.Invoke(row);
    }
}
