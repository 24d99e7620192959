namespace ConcurrentGc.Experiments.Comparison;

/// <summary>
/// How close a simulated run is to a real one: the ratios of six quantities and one score, the geometric mean of
/// min(r, 1/r).
/// </summary>
/// <param name="Simulated">Totals of the simulated run.</param>
/// <param name="Reference">Totals of the real run.</param>
/// <param name="Ratios">Simulated over real, by <see cref="Quantity"/>.</param>
/// <param name="Score">Zero to one.</param>
public sealed record Fidelity(
    RunTotals Simulated, RunTotals Reference, IReadOnlyList<double> Ratios, double Score)
{
    // Added to both sides when one of them is zero, so that the ratio exists.
    private const long AddedCount = 1;
    private const long AddedBytes = 65536;

    /// <summary>Compares two runs.</summary>
    /// <param name="simulated">Totals of the simulated run.</param>
    /// <param name="reference">Totals of the real run.</param>
    public static Fidelity Of(RunTotals simulated, RunTotals reference)
    {
        var ratios = new List<double>();
        foreach (var quantity in Enum.GetValues<Quantity>())
        {
            ratios.Add(Ratio(quantity, simulated[quantity], reference[quantity]));
        }

        return new Fidelity(
            simulated, reference, ratios, GeometricMean.Of([.. ratios.Select(ratio => Math.Min(ratio, 1 / ratio))]));
    }

    private static double Ratio(Quantity quantity, long simulated, long reference)
    {
        if (simulated == reference)
        {
            return 1;
        }

        if (simulated <= 0 || reference <= 0)
        {
            var added = quantity is Quantity.Scavenges or Quantity.MarkCompacts ? AddedCount : AddedBytes;
            simulated = Math.Max(simulated, 0) + added;
            reference = Math.Max(reference, 0) + added;
        }

        return (double)simulated / reference;
    }
}
