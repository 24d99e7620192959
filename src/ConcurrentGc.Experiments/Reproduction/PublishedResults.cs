namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>The published results, by name. A number of ours depends on the prices of the machine file; shapes do not.</summary>
public static class PublishedResults
{
    /// <summary>All of them, E1 to E20.</summary>
    public static IReadOnlyList<PublishedResult> All { get; } =
    [
        YoungResults.ParallelScavenges,
        PublishedResult.NotModeled(
            "E2",
            "A parallel mark-evacuate collector of the young generation loses against the scavenger when most objects are dead.",
            "v8.dev/blog/orinoco-parallel-scavenger",
            "V8 dropped the minor mark-compact collector of that time; only scavenges are built here"),
        MarkingResults.Concurrent,
        MarkingResults.Incremental,
        OldResults.ParallelCompaction,
        RememberedSetResults.SlotSets,
        MarkingResults.BlackAllocation,
        IdleResults.Scheduling,
        YoungResults.Survivors,
        YoungResults.SemispaceSize,
        LimitResults.SquareRoot,
        OldResults.Headroom,
        BarrierResults.Tax,
        PublishedResult.NotModeled(
            "E14",
            "Go took everything that grows with the heap out of its pauses: from 300 ms to below 1 ms.",
            "Hudson, ISMM 2018",
            "the final pause of V8 evacuates and updates pointers; a collector that does not move would be another one"),
        PublishedResult.NotModeled(
            "E15",
            "By the lower bound overhead, collectors of OpenJDK 17 cost at least 7 to 82 % of time.",
            "Cai et al., ISPASS 2022",
            "the bound compares several collectors; there is one here"),
        MarkingResults.Utilization,
        OldResults.Generations,
        MarkingResults.HeapSize,
        TraceResults.Granularity,
        OldResults.MarkCons,
    ];
}
