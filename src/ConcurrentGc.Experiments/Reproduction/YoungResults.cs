using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>Published results about the young generation.</summary>
internal static class YoungResults
{
    private const double Milliseconds = 1e6; // nanoseconds in one

    /// <summary>E1.</summary>
    public static readonly PublishedResult ParallelScavenges = new(
        "E1",
        "The parallel scavenger takes 20 to 55 % off the main thread's young-generation time; chains of objects gain little.",
        "v8.dev/blog/orinoco-parallel-scavenger",
        [
            Scavenges("server", "server 400000", "-55 to -20 %", -0.6, -0.15),
            Scavenges("frame", "frame 600", "-55 to -20 %", -0.6, -0.15),
            Scavenges("binarytrees", "binarytrees", "-55 to -20 %", -0.6, -0.15),
            Scavenges("one chain", "fifo 40000 600000 1 10000000", "collapses", -0.25, 0.05),
        ]);

    /// <summary>E9.</summary>
    public static readonly PublishedResult Survivors = new(
        "E9",
        "A scavenge takes less than a millisecond when most objects die; its time grows with what survives, not with what is allocated.",
        "v8.dev/blog/free-garbage-collection",
        [
            new Measure(
                "median scavenge when most objects die",
                "below 1 ms",
                ["server 400000"],
                runs => Median(runs[0]) / Milliseconds,
                new Band(0, 1, MeasureUnit.Milliseconds)),
            new Measure(
                "median scavenge, four times the live objects",
                "grows with them",
                ["fifo 10000 1500000 --min-semi-space-size 16", "fifo 40000 1500000 --min-semi-space-size 16"],
                runs => Median(runs[1]) / Median(runs[0]),
                Band.Times(2, 4.4)),
            new Measure(
                "median scavenge, four times the allocated bytes",
                "does not grow",
                ["fifo 10000 500000 --min-semi-space-size 16", "fifo 10000 2000000 --min-semi-space-size 16"],
                runs => Median(runs[1]) / Median(runs[0]),
                Band.Times(0.9, 1.1)),
        ]);

    /// <summary>E10.</summary>
    public static readonly PublishedResult SemispaceSize = new(
        "E10",
        "A semi-space of 128 MB instead of 16 gains 18 % of throughput on the web tooling benchmark; 64 MB is the sweet spot.",
        "github.com/nodejs/node/issues/42511, github.com/nodejs/node/pull/42575",
        [
            new Measure(
                "throughput, semi-space 16 to 128 MB",
                "+18 %",
                ["gcbench --max-semi-space-size 16", "gcbench --max-semi-space-size 128"],
                runs => (runs[0].Length / runs[1].Length) - 1,
                Band.Change(0.05, 0.6)),
            new Measure(
                "its part that 64 MB bring already",
                "nearly all",
                [
                    "gcbench --max-semi-space-size 16", "gcbench --max-semi-space-size 64", "gcbench --max-semi-space-size 128",
                ],
                runs => (runs[0].Length - runs[1].Length) / (runs[0].Length - runs[2].Length),
                new Band(0.75, 1.1, MeasureUnit.Share)),
        ]);

    private static Measure Scavenges(string name, string program, string published, double least, double most) => new(
        $"main thread in scavenges, {name}",
        published,
        [$"{program} --no-parallel-scavenge --cores 4", $"{program} --cores 4"],
        runs => (runs[1].ScavengeTime / runs[0].ScavengeTime) - 1,
        Band.Change(least, most));

    private static double Median(RunReading run) =>
        run.Summary!.Kinds.Single(kind => kind.Kind == CycleKind.Scavenge).Pauses.Median;
}
