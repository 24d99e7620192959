namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>Published results about marking beside the program.</summary>
internal static class MarkingResults
{
    private const long Window = 50_000_000; // nanoseconds
    private const string Large = "splay 8000 60000 --cores 4";
    private const string Pretenured = "pretenured --single-threaded-gc"; // V8 of that year marked on the main thread
    private const string Cache = "lru 20000 1200000 60000 --cores 4";

    /// <summary>E3.</summary>
    public static readonly PublishedResult Concurrent = new(
        "E3",
        "Concurrent marking takes 60 to 70 % off the main thread's marking time, by another account 70 to 80 %.",
        "v8.dev/blog/concurrent-marking, v8.dev/blog/v8-release-63",
        [
            MainThreadMarking("lru", Cache),
            MainThreadMarking("splay", Large),
        ]);

    /// <summary>E4.</summary>
    public static readonly PublishedResult Incremental = new(
        "E4",
        "Marking in one pause takes over 100 ms on large heaps; in steps it takes more time in all, but no long pause.",
        "v8.dev/blog/concurrent-marking, v8.dev/blog/free-garbage-collection, v8.dev/blog/trash-talk",
        [
            new Measure(
                "longest full pause, steps against one pause",
                "much shorter",
                [$"{Large} --atomic-marking", $"{Large} --no-concurrent-marking"],
                runs => (runs[1].LongestFullPause / runs[0].LongestFullPause) - 1,
                Band.Change(-1, -0.3)),
            new Measure(
                "longest full pause, concurrent against one pause",
                "much shorter",
                [$"{Large} --atomic-marking", $"{Large}"],
                runs => (runs[1].LongestFullPause / runs[0].LongestFullPause) - 1,
                Band.Change(-1, -0.3)),
            new Measure(
                "main thread in marking, steps against one pause",
                "at least 1 x",
                [$"{Large} --atomic-marking --single-threaded-gc", $"{Large} --single-threaded-gc"],
                runs => runs[1].MarkingByFullCollection / runs[0].MarkingByFullCollection,
                Band.Times(0.98, 2)),
        ]);

    /// <summary>E7.</summary>
    public static readonly PublishedResult BlackAllocation = new(
        "E7",
        "Allocating black while marking gains 30 % of throughput and 20 % of memory on Octane's splay.",
        "v8.dev/blog/orinoco",
        [
            new Measure(
                "throughput, black against white, pretenured nodes",
                "+30 %",
                [$"{Pretenured} --no-black-allocation", Pretenured],
                runs => (runs[0].Length / runs[1].Length) - 1,
                Band.Change(0.05, 0.4)),
            new Measure(
                "largest heap, the same",
                "-20 %",
                [$"{Pretenured} --no-black-allocation", Pretenured],
                runs => ((double)runs[1].Summary!.Peak / runs[0].Summary!.Peak) - 1,
                Band.Change(-0.4, -0.1)),
        ]);

    /// <summary>E16.</summary>
    public static readonly PublishedResult Utilization = new(
        "E16",
        "Minimum mutator utilization is zero up to the longest pause, then rises; marking beside the program moves it left.",
        "Cheng and Blelloch, PLDI 2001; IBM RC24504",
        [
            new Measure(
                "utilization in windows of the longest stop",
                "0",
                [$"{Large}"],
                runs => Reproduction.Utilization.Least(runs[0].Stops, (long)runs[0].Length, (long)runs[0].LongestStop),
                new Band(0, 0, MeasureUnit.Share)),
            new Measure(
                "longest stop, concurrent against one pause",
                "moves left",
                [$"{Large} --atomic-marking", $"{Large}"],
                runs => (runs[1].LongestStop / runs[0].LongestStop) - 1,
                Band.Change(-1, -0.2)),
            new Measure(
                "utilization in windows of 50 ms, the same",
                "rises",
                [$"{Large} --atomic-marking", $"{Large}"],
                runs => Least(runs[1]) - Least(runs[0]),
                new Band(0.02, 1, MeasureUnit.Share)),
        ]);

    /// <summary>E18.</summary>
    public static readonly PublishedResult HeapSize = new(
        "E18",
        "A pause that stops for marking grows with the heap; one that does not stays flat, as in ZGC.",
        "JEP 439",
        [
            new Measure(
                "longest full pause, 4 x the heap, one pause",
                "4 x",
                [
                    "lru 50000 600000 150000 --atomic-marking --cores 4", "lru 200000 1200000 600000 --atomic-marking --cores 4",
                ],
                runs => runs[1].LongestFullPause / runs[0].LongestFullPause,
                Band.Times(2.5, 5)),
            new Measure(
                "longest full pause, 4 x the heap, concurrent",
                "1 x",
                ["lru 50000 600000 150000 --cores 4", "lru 200000 1200000 600000 --cores 4"],
                runs => runs[1].LongestFullPause / runs[0].LongestFullPause,
                Band.Times(0.5, 2)),
        ]);

    private static Measure MainThreadMarking(string name, string program) => new(
        $"main thread in marking a full collection, {name}",
        "-80 to -60 %",
        [$"{program} --no-concurrent-marking", program],
        runs => (runs[1].MarkingByFullCollection / runs[0].MarkingByFullCollection) - 1,
        Band.Change(-0.85, -0.55))
    {
        Cause = "the helpers have cores of their own here; a browser's other threads share theirs",
    };

    private static double Least(RunReading run) => Reproduction.Utilization.Least(run.Stops, (long)run.Length, Window);
}
