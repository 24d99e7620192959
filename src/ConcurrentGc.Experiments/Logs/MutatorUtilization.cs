using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>
/// V8's mutator utilization between mark-compacts, as <c>--trace-gc</c> prints it. The first mark-compact only sets the
/// beginning of the first interval. Source: V8 11.3, GCTracer::RecordMutatorUtilization.
/// </summary>
internal sealed class MutatorUtilization
{
    private long _previousEnd;
    private double _averageMutator;
    private double _averageMarkCompact;

    /// <summary>Share of the mutator in the last interval, 0 to 1.</summary>
    public double Current { get; private set; } = 1;

    /// <summary>Share of the mutator, each interval weighing half of the one after it, 0 to 1.</summary>
    public double Average => _averageMutator + _averageMarkCompact > 0
        ? _averageMutator / (_averageMutator + _averageMarkCompact)
        : 1;

    /// <summary>Takes one cycle into account; scavenges do not count.</summary>
    /// <param name="row">Cycles in order.</param>
    public void Add(Cycle row)
    {
        if (row.Kind != CycleKind.MarkCompact)
        {
            return;
        }

        if (_previousEnd > 0)
        {
            var total = row.PauseEnd - _previousEnd;
            var mutator = total - row.Pause;
            var isFirst = _averageMutator + _averageMarkCompact <= 0;
            _averageMutator = isFirst ? mutator : (_averageMutator + mutator) / 2;
            _averageMarkCompact = isFirst ? row.Pause : (_averageMarkCompact + row.Pause) / 2;
            Current = total > 0 ? (double)mutator / total : 0;
        }

        _previousEnd = row.PauseEnd;
    }
}
