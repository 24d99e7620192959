namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>A row of the table: a measure with its number, or a result without any.</summary>
/// <param name="Result">The published result.</param>
/// <param name="Measure">Its measure; null when it has none.</param>
/// <param name="Value">The number; meaningless unless the verdict is that it holds or differs.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Reason">Why it does not hold; empty when it does.</param>
public sealed record ReproducedRow(PublishedResult Result, Measure? Measure, double Value, Verdict Verdict, string Reason)
{
    /// <summary>The row of a measure whose runs have ended.</summary>
    /// <param name="result">The published result.</param>
    /// <param name="measure">One of its measures.</param>
    /// <param name="runs">Its runs in the order of its lines.</param>
    public static ReproducedRow Of(PublishedResult result, Measure measure, IReadOnlyList<RunReading> runs)
    {
        for (var index = 0; index < runs.Count; index++)
        {
            if (runs[index].Problem is { Length: > 0 } problem)
            {
                return new ReproducedRow(result, measure, 0, Verdict.NoNumber, $"orinoco run {measure.Lines[index]}: {problem}");
            }
        }

        var value = measure.Value(runs);
        var isKnown = measure.Cause.Length > 0;
        return (double.IsFinite(value), measure.Band.Holds(value)) switch
        {
            (false, _) => new(result, measure, 0, Verdict.NoCollection, "a run has no collection that the number is about"),
            (_, true) => new(result, measure, value, Verdict.Holds, string.Empty),
            _ => new(result, measure, value, Verdict.Differs, isKnown ? measure.Cause : "no cause is known"),
        };
    }

    /// <summary>The row of a result without measures.</summary>
    /// <param name="result">It says why it has none.</param>
    public static ReproducedRow Without(PublishedResult result) => new(
        result, null, 0, result.NeedsOtherCollector ? Verdict.NotModeled : Verdict.NotYet, result.Missing);
}
