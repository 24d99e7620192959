using ConcurrentGc.Experiments.Logs;

namespace ConcurrentGc.Experiments.Comparison;

/// <summary>One row of a simulated table beside the same row of a real one.</summary>
/// <param name="Simulated">Null when the simulated run has fewer collections.</param>
/// <param name="Reference">Null when the real run has fewer.</param>
public sealed record RowComparison(TableRow? Simulated, TableRow? Reference)
{
    // What page tails and small differences of the start-up heap may come to; single rows of two real runs that differ
    // in their path alone are up to 41 KB apart.
    private const long Slack = 48 * 1024;
    private const long Percent = 5;

    /// <summary>Names of the numbers that differ by more than 5 % and 48 KB; empty when the rows agree.</summary>
    public IReadOnlyList<string> Differences { get; } = Compare(Simulated, Reference);

    /// <summary>Whether the rows agree.</summary>
    public bool Agrees => Differences.Count == 0;

    /// <summary>Whether two sizes are within 5 % or 48 KB of each other.</summary>
    /// <param name="simulated">Bytes.</param>
    /// <param name="reference">Bytes; the five percent are of this.</param>
    public static bool IsClose(long simulated, long reference) =>
        Math.Abs(simulated - reference) <= Math.Max(Slack, Math.Abs(reference) * Percent / 100);

    private static List<string> Compare(TableRow? simulated, TableRow? reference)
    {
        var differences = new List<string>();
        if (simulated is null || reference is null)
        {
            differences.Add("missing");
            return differences;
        }

        if (simulated.Kind != reference.Kind)
        {
            differences.Add("kind");
        }

        AddIfFar(differences, "promoted", simulated.Promoted, reference.Promoted);
        AddIfFar(differences, "copied", simulated.Copied, reference.Copied);
        AddIfFar(differences, "total_before", simulated.TotalBefore, reference.TotalBefore);
        AddIfFar(differences, "total_after", simulated.TotalAfter, reference.TotalAfter);
        return differences;
    }

    private static void AddIfFar(List<string> differences, string name, long simulated, long reference)
    {
        if (!IsClose(simulated, reference))
        {
            differences.Add(name);
        }
    }
}
