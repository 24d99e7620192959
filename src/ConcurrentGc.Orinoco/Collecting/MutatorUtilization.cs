namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>
/// V8's mutator utilization between full collections, as <c>--trace-gc</c> prints it. The first full collection only sets
/// the beginning of the first interval.
/// </summary>
/// <remarks>Source: V8 11.3, heap/gc-tracer.cc (RecordMutatorUtilization).</remarks>
public struct MutatorUtilization
{
    private long _previousEnd;
    private double _averageMutator;
    private double _averageCollector;
    private double _collectorShare;

    /// <summary>Share of the mutator in the last interval, 0 to 1.</summary>
    public readonly double Current => 1 - _collectorShare;

    /// <summary>Share of the mutator, each interval weighing half of the one after it, 0 to 1.</summary>
    public readonly double Average => _averageMutator + _averageCollector > 0
        ? _averageMutator / (_averageMutator + _averageCollector)
        : 1;

    /// <summary>Notes a full collection.</summary>
    /// <param name="end">When it ended, nanoseconds.</param>
    /// <param name="collector">Nanoseconds of the main thread: its pause, and marking before.</param>
    public void Add(long end, long collector)
    {
        if (_previousEnd > 0)
        {
            var total = end - _previousEnd;
            var mutator = total - collector;
            var isFirst = _averageMutator + _averageCollector <= 0;
            _averageMutator = isFirst ? mutator : (_averageMutator + mutator) / 2;
            _averageCollector = isFirst ? collector : (_averageCollector + collector) / 2;
            _collectorShare = total > 0 ? 1 - ((double)mutator / total) : 1;
        }

        _previousEnd = end;
    }
}
