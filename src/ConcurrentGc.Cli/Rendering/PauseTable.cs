using ConcurrentGc.Experiments.Summaries;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>The table of pauses, with a row a kind or an isolate.</summary>
internal static class PauseTable
{
    /// <summary>Makes an empty one.</summary>
    public static TextTable Create() => new("Pauses, ms", "count", "total", "p50", "p95", "p99", "max");

    /// <summary>Adds a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">Whose pauses.</param>
    /// <param name="pauses">The pauses.</param>
    public static void Add(TextTable table, string name, PauseStatistics pauses) => table.Add(
        name,
        Units.Count(pauses.Count),
        Units.Milliseconds(pauses.Total),
        Units.Milliseconds(pauses.Median),
        Units.Milliseconds(pauses.P95),
        Units.Milliseconds(pauses.P99),
        Units.Milliseconds(pauses.Longest));
}
