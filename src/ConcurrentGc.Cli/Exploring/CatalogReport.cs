namespace ConcurrentGc.Cli.Exploring;

/// <summary>What is known of the races of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Rows">Those that were searched, in the order of the plan.</param>
/// <param name="Seconds">What it took, by the clock on the wall.</param>
/// <param name="WasInterrupted">Whether there would have been more.</param>
internal sealed record CatalogReport(CatalogPlan Plan, IReadOnlyList<CatalogRow> Rows, double Seconds, bool WasInterrupted)
{
    /// <summary>Races that are violated with their rule broken, and safe with it in force.</summary>
    public int Holding => Rows.Count(row => row.Holds);

    /// <summary>Races of which schedules that were tried show the defect.</summary>
    public int Sampled => Rows.Count(row => row.Sample?.Failing is not null);

    /// <summary>Whether both verdicts of each race are known.</summary>
    public bool IsDecided => Rows.Count == Plan.Races.Count && Rows.All(row => row.IsDecided);

    /// <summary>States of all proofs.</summary>
    public long States => Rows.Sum(row => row.Proof.States);
}
