using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Summaries;

/// <summary>What the store buffer had to do with all cycles of a kind.</summary>
/// <param name="Inserts">Slots that stores inserted before them.</param>
/// <param name="Duplicates">Of those, the ones that were found to be there already.</param>
/// <param name="Entries">Entries that they went through.</param>
/// <param name="Exemptions">Pages that were exempted before them and in them.</param>
/// <param name="ScannedPages">Exempt pages that they scanned.</param>
public sealed record StoreBufferSummary(long Inserts, long Duplicates, long Entries, long Exemptions, long ScannedPages)
{
    /// <summary>Sums cycles up.</summary>
    /// <param name="cycles">Cycles of a kind.</param>
    /// <returns>Null when all numbers are zero.</returns>
    public static StoreBufferSummary? Of(IReadOnlyList<Cycle> cycles)
    {
        var sums = new StoreBufferSummary(
            cycles.Sum(row => row[Statistic.StoreBufferInserts]),
            cycles.Sum(row => row[Statistic.StoreBufferDuplicates]),
            cycles.Sum(row => row[Statistic.StoreBufferEntries]),
            cycles.Sum(row => row[Statistic.StoreBufferExemptions]),
            cycles.Sum(row => row[Statistic.StoreBufferScannedPages]));
        return sums is { Inserts: 0, Entries: 0, ScannedPages: 0 } ? null : sums;
    }
}
