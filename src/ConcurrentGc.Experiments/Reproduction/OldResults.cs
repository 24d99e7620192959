using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>Published results about the old generation and about generations.</summary>
internal static class OldResults
{
    private const string Compacting = "splay 8000 30000 --gc-interval 300000 --cores 4";
    private const int FirstScavenges = 3; // until as much survives as later

    /// <summary>E5.</summary>
    public static readonly PublishedResult ParallelCompaction = new(
        "E5",
        "Parallel compaction takes the average compacting pause from about 7 ms to less than 2 ms.",
        "v8.dev/blog/orinoco",
        [
            new Measure(
                "main thread in evacuating a full collection",
                "-75 %",
                [$"{Compacting} --no-parallel-compaction", Compacting],
                runs => (Compaction(runs[1]) / Compaction(runs[0])) - 1,
                Band.Change(-0.85, -0.5)),
        ]);

    /// <summary>E12.</summary>
    public static readonly PublishedResult Headroom = new(
        "E12",
        "Twice the room above the live heap halves the cost of full collections; too little room thrashes.",
        "go.dev/doc/gc-guide",
        [
            Room(30, 50, Band.Times(0.4, 0.65)),
            Room(50, 90, Band.Times(0.4, 0.65)),
        ]);

    /// <summary>E17.</summary>
    public static readonly PublishedResult Generations = new(
        "E17",
        "Most objects die young, and a young generation pays; with exponential lifetimes it brings nothing.",
        "Baker 1993; Stefanović et al., ISMM 2000; Clinger and Rojas 2006",
        [
            Gain("gamma lifetimes", "generations", "well above 1", Band.Times(2, double.PositiveInfinity)),
            Gain("requests", "requests", "well above 1", Band.Times(2, double.PositiveInfinity)),
            Gain("exponential lifetimes", "radioactive", "no more than 1", Band.Times(0, 1.1)),
        ]);

    /// <summary>E20.</summary>
    public static readonly PublishedResult MarkCons = new(
        "E20",
        "Marking costs r/(1-r) of the allocation when a share r of the heap is live: more and more, the fuller it is.",
        "Blackburn et al., SIGMETRICS 2004; Appel 1987",
        [
            new Measure(
                "marked for a promoted byte over r/(1-r), 20 against 90 MB",
                "1 x",
                [Limited(20), Limited(90)],
                runs => OverFormula(runs[0], 20) / OverFormula(runs[1], 90),
                Band.Times(0.8, 1.25)),
            new Measure(
                "copied for an allocated byte, semi-space 16 to 32 MB",
                "0.46 x",
                [Fixed(16), Fixed(32)],
                runs => CopiedShare(runs[1]) / CopiedShare(runs[0]),
                Band.Times(0.42, 0.5)),
        ]);

    // The room above some 9 MB that live is 21, 41 and 81 MB with 30, 50 and 90 MB.
    private static Measure Room(int less, int more, Band band) => new(
        $"marked for a promoted byte, old space {less} to {more} MB",
        "0.5 x",
        [Limited(less), Limited(more)],
        runs => MarkedShare(runs[1]) / MarkedShare(runs[0]),
        band);

    private static string Limited(int megabytes) => $"lru 20000 1500000 60000 --max-old-space-size {megabytes} --atomic-marking";

    private static string Fixed(int megabytes) =>
        $"radioactive --min-semi-space-size {megabytes} --max-semi-space-size {megabytes}";

    private static double LiveAfter(Cycle cycle) => cycle[Statistic.TotalAfter] - cycle[Statistic.NewUsed];

    private static double MarkedShare(RunReading run) => run.FullCollections.Sum(LiveAfter)
        / (run.Sum(CycleKind.Scavenge, Statistic.Promoted) + run.Sum(CycleKind.MarkCompact, Statistic.Promoted));

    private static double OverFormula(RunReading run, int megabytes)
    {
        var live = RunReading.Average(run.FullCollections, LiveAfter) / (megabytes * (double)(1 << 20));
        return MarkedShare(run) * (1 - live) / live;
    }

    private static double CopiedShare(RunReading run)
    {
        var cycles = run.Scavenges.Skip(FirstScavenges).ToList();
        return cycles.Sum(cycle => (double)cycle[Statistic.Copied]) / cycles.Sum(cycle => (double)cycle.Allocated);
    }

    private static double Compaction(RunReading run) =>
        run.ByFullCollection(CollectionPhase.EvacuateCopy, CollectionPhase.EvacuateUpdatePointers);

    private static Measure Gain(string name, string workload, string published, Band band) => new(
        $"freed for a touched byte, scavenges over full ones, {name}",
        published,
        [$"{workload} --max-semi-space-size 4 --initial-old-space-size 8"],
        runs => runs[0].Yield(CycleKind.Scavenge) / runs[0].Yield(CycleKind.MarkCompact),
        band);
}
