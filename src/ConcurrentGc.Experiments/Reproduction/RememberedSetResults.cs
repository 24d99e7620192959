using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>Published results about remembered sets.</summary>
internal static class RememberedSetResults
{
    private const string Rewiring = "rewire --cores 4";
    private const string Cache = "lru 20000 1200000 60000 --cores 4";
    private const string Listed = " --remembered-set store-buffer";

    /// <summary>E6.</summary>
    public static readonly PublishedResult SlotSets = new(
        "E6",
        "Slot sets by page instead of store buffers, whose duplicates one thread goes through, shorten the longest compacting pause of Gmail from 42 to 23 ms.",
        "v8.dev/blog/orinoco",
        [
            LongestPause("rewire", Rewiring),
            LongestPause("lru", Cache),
            new Measure(
                "scavenges on the main thread, rewire",
                "shorter",
                [Rewiring + Listed, Rewiring],
                runs => (runs[1].ScavengeTime / runs[0].ScavengeTime) - 1,
                Band.Change(-0.9, -0.3)),
            new Measure(
                "entries that stores insert twice, rewire",
                "duplicates",
                [Rewiring + Listed],
                runs => runs[0].Sum(CycleKind.Scavenge, Statistic.StoreBufferDuplicates)
                    / runs[0].Sum(CycleKind.Scavenge, Statistic.StoreBufferInserts),
                new Band(0.1, 1, MeasureUnit.Share)),
        ]);

    private static Measure LongestPause(string name, string program) => new(
        $"longest full pause, {name}",
        "-45 %",
        [program + Listed, program],
        runs => (runs[1].LongestFullPause / runs[0].LongestFullPause) - 1,
        Band.Change(-0.65, -0.25));
}
