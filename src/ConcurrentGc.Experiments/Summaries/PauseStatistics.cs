namespace ConcurrentGc.Experiments.Summaries;

/// <summary>Pauses of one kind in nanoseconds; percentiles by nearest rank, so that each is a pause that happened.</summary>
/// <param name="Count">How many.</param>
/// <param name="Total">Their sum.</param>
/// <param name="Median">Half are no longer.</param>
/// <param name="P95">95 % are no longer.</param>
/// <param name="P99">99 % are no longer.</param>
/// <param name="Longest">The longest.</param>
public sealed record PauseStatistics(int Count, long Total, long Median, long P95, long P99, long Longest)
{
    /// <summary>Sums up pauses.</summary>
    /// <param name="pauses">In any order; may be empty, which gives zeros.</param>
    public static PauseStatistics Of(IEnumerable<long> pauses)
    {
        var sorted = pauses.Order().ToList();
        return new PauseStatistics(
            sorted.Count,
            sorted.Sum(),
            NearestRank(sorted, 50),
            NearestRank(sorted, 95),
            NearestRank(sorted, 99),
            NearestRank(sorted, 100));
    }

    /// <summary>The smallest value that at least so many percent of the values do not exceed.</summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="percent">1 to 100.</param>
    public static long NearestRank(IReadOnlyList<long> sorted, int percent) =>
        sorted.Count == 0 ? 0 : sorted[(((sorted.Count * percent) + 99) / 100) - 1];
}
