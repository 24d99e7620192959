namespace ConcurrentGc.Experiments.Comparison;

/// <summary>
/// V8's limit of the old generation before the first mark-compact, from numbers that a table holds: the limit starts
/// high and is lowered after each scavenge to max(old + 8 MB, limit × mean survival), until that would raise it for
/// the first time; from then on it stays. Marking starts where the old generation is above the limit.
/// Source: V8 11.3, Heap::ComputeNewAllocationLimits and GCTracer::AverageSurvivalRatio.
/// </summary>
internal sealed class OldGenerationLimit
{
    private const long Headroom = 8L << 20;
    private const int RatioWindow = 10;

    private readonly Queue<double> _ratios = new();
    private double _limit;
    private bool _isFrozen;

    /// <summary>Begins at the start of a run.</summary>
    /// <param name="initial">The first limit, bytes.</param>
    public OldGenerationLimit(long initial) => _limit = initial;

    /// <summary>Takes a scavenge into account.</summary>
    /// <param name="old">Bytes in the old generation after it.</param>
    /// <param name="survived">Bytes promoted and copied.</param>
    /// <param name="young">Bytes in new space before it.</param>
    /// <returns>Whether the old generation is above the limit, so that marking starts.</returns>
    public bool IsPassedAfter(long old, long survived, long young)
    {
        if (young > 0)
        {
            if (_ratios.Count == RatioWindow)
            {
                _ratios.Dequeue();
            }

            _ratios.Enqueue((double)survived / young);
        }

        if (!_isFrozen)
        {
            var mean = _ratios.Count > 0 ? _ratios.Average() : 0;
            var next = Math.Max(old + Headroom, _limit * mean);
            _isFrozen = next >= _limit;
            _limit = Math.Min(next, _limit);
        }

        return old > _limit;
    }
}
