using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>Published results about allocation traces.</summary>
internal static class TraceResults
{
    private const string Flags = "--max-semi-space-size 1 --predictable";
    private const string Recording = $"lru 4000 300000 12000 {Flags} --record-trace fine.trace";
    private const string Fine = $"{Recording}; orinoco run --trace fine.trace {Flags}";
    private const int Page = 1 << 16;
    private const int Nursery = 1 << 20;

    /// <summary>E19.</summary>
    public static readonly PublishedResult Granularity = new(
        "E19",
        "Coarse death times in an allocation trace distort what a simulated copying collector copies.",
        "Hertz et al., TOPLAS 2006",
        [
            Distortion("copied, deaths rounded to 1 MB", Nursery, Statistic.Copied, Band.Change(0.1, 1)),
            Distortion("promoted, deaths rounded to 1 MB", Nursery, Statistic.Promoted, Band.Change(0.1, 1)),
            new Measure(
                "copied too much, deaths rounded to 64 KB against 1 MB",
                "less",
                [Fine, Coarse(Page), Coarse(Nursery)],
                runs => Change(runs[0], runs[1], Statistic.Copied) / Change(runs[0], runs[2], Statistic.Copied),
                Band.Times(0, 0.9)),
        ]);

    private static Measure Distortion(string quantity, int bytes, Statistic statistic, Band band) =>
        new(quantity, "distorted", [Fine, Coarse(bytes)], runs => Change(runs[0], runs[1], statistic), band);

    private static string Coarse(int bytes) =>
        $"{Recording}; orinoco trace coarsen fine.trace coarse.trace --bytes {bytes}; orinoco run --trace coarse.trace {Flags}";

    private static double Change(RunReading fine, RunReading coarse, Statistic statistic) =>
        (coarse.Sum(CycleKind.Scavenge, statistic) / fine.Sum(CycleKind.Scavenge, statistic)) - 1;
}
