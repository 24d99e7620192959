namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>Published results about what a write barrier costs.</summary>
internal static class BarrierResults
{
    private const string Program = "lru 20000 1500000 60000 --single-threaded-gc";

    private const string Cause =
        "only what a store does while marking has a price, a look at a mark bit; its check is in the price of its instruction, "
        + "in both runs: by Node's pointer stores less those of small integers 0.1 to 0.3 ns, 2 to 5 % of this program";

    /// <summary>E13.</summary>
    public static readonly PublishedResult Tax = new(
        "E13",
        "The write barrier costs 4 to 5 % whatever the heap is, marking costs less the larger the heap: the curves cross.",
        "Hudson, ISMM 2018",
        [
            Barrier("dijkstra-store-shade"),
            Barrier("dijkstra-shade-store"),
            Barrier("hybrid"),
            new Measure(
                "marking of all time, one pause, old space 40 to 80 MB",
                "falls",
                [Limited(40, "--atomic-marking"), Limited(80, "--atomic-marking")],
                runs => MarkingShare(runs[1]) / MarkingShare(runs[0]),
                Band.Times(0.1, 0.75)),
        ]);

    private static Measure Barrier(string kind) => new(
        $"program's own time, {kind} against no marking beside it",
        "+4 to +5 %",
        [Limited(40, "--atomic-marking"), Limited(40, $"--barrier {kind}")],
        runs => (runs[1].ProgramTime / runs[0].ProgramTime) - 1,
        Band.Change(0.03, 0.06))
    {
        Cause = Cause,
    };

    private static string Limited(int megabytes, string flags) => $"{Program} --max-old-space-size {megabytes} {flags}";

    private static double MarkingShare(RunReading run) =>
        run.MarkingByFullCollection * run.FullCollections.Count() / run.Length;
}
