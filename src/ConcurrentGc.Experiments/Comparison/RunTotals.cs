using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Comparison;

/// <summary>The six quantities of a run that a fidelity score compares; sizes in bytes.</summary>
/// <param name="Allocated">Sum over the rows; what is allocated after the last collection is not in it.</param>
/// <param name="Scavenges">Number of scavenges.</param>
/// <param name="MarkCompacts">Number of mark-compacts.</param>
/// <param name="Promoted">Sum over the rows.</param>
/// <param name="Copied">Sum over the rows.</param>
/// <param name="Peak">Largest total before a collection.</param>
public sealed record RunTotals(
    long Allocated, long Scavenges, long MarkCompacts, long Promoted, long Copied, long Peak)
{
    /// <summary>Sums up a table.</summary>
    /// <param name="rows">Its rows in order.</param>
    public static RunTotals Of(IReadOnlyList<TableRow> rows)
    {
        var scavenges = rows.Count(row => row.Kind == CycleKind.Scavenge);
        return new RunTotals(
            rows.Sum(row => row.Allocated),
            scavenges,
            rows.Count - scavenges,
            rows.Sum(row => row.Promoted),
            rows.Sum(row => row.Copied),
            rows.Count > 0 ? rows.Max(row => row.TotalBefore) : 0);
    }

    /// <summary>The quantity by number, in the order of the parameters.</summary>
    /// <param name="quantity">A member of the enum.</param>
    public long this[Quantity quantity] => quantity switch
    {
        Quantity.Allocated => Allocated,
        Quantity.Scavenges => Scavenges,
        Quantity.MarkCompacts => MarkCompacts,
        Quantity.Promoted => Promoted,
        Quantity.Copied => Copied,
        _ => Peak,
    };
}
