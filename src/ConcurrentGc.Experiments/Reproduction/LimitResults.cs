using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>Published results about where the limit of the old generation lies.</summary>
internal static class LimitResults
{
    private const int Less = 200; // percent that heaps grow by
    private const int More = 600;

    // Heaps of different size and pace: what one rule gives to one of them, the other gives to another.
    private static readonly string[] _programs =
        ["lru 20000 1500000 60000", "splay 8000 60000", "lru 100000 1500000 300000"];

    /// <summary>E11.</summary>
    public static readonly PublishedResult SquareRoot = new(
        "E11",
        "A limit by the square root of the live heap saves 16 % of memory at equal collection time, or up to 30 % of the time.",
        "Kirisame et al., OOPSLA 2022",
        [
            new Measure(
                "average heap of three programs, at equal time of full collections",
                "-16 %",
                Lines(),
                runs => (Memory(Root(runs)) / MemoryAt(runs, Time(Root(runs)))) - 1,
                Band.Change(-0.3, -0.05)),
            new Measure(
                "time of full collections of three programs, at equal average heap",
                "up to -30 %",
                Lines(),
                runs => (Time(Root(runs)) / TimeAt(runs, Memory(Root(runs)))) - 1,
                Band.Change(-0.5, -0.1)),
        ]);

    private static string[] Lines() =>
    [
        .. _programs.Select(program => Line(program, "--memory-balancer")),
        .. _programs.Select(program => Line(program, $"--heap-growing-percent {Less}")),
        .. _programs.Select(program => Line(program, $"--heap-growing-percent {More}")),
    ];

    private static string Line(string program, string rule) =>
        $"{program} --max-semi-space-size 1 --initial-old-space-size 8 --atomic-marking {rule}";

    private static IEnumerable<RunReading> Root(IReadOnlyList<RunReading> runs) => runs.Take(_programs.Length);

    private static IEnumerable<RunReading> Tight(IReadOnlyList<RunReading> runs) => runs.Skip(_programs.Length).Take(_programs.Length);

    private static IEnumerable<RunReading> Roomy(IReadOnlyList<RunReading> runs) => runs.Skip(2 * _programs.Length);

    private static double Memory(IEnumerable<RunReading> runs) =>
        runs.Sum(run => RunReading.Average(run.Rows, (Cycle cycle) => cycle[Statistic.TotalBefore]));

    private static double Time(IEnumerable<RunReading> runs) =>
        runs.Sum(run => run.FullCollections.Sum(cycle => (double)cycle.Pause));

    // Between two growing factors, and a little beyond, time falls with a power of memory.
    private static double Exponent(IReadOnlyList<RunReading> runs) =>
        Math.Log(Time(Roomy(runs)) / Time(Tight(runs))) / Math.Log(Memory(Roomy(runs)) / Memory(Tight(runs)));

    private static double TimeAt(IReadOnlyList<RunReading> runs, double memory) =>
        Time(Tight(runs)) * Math.Exp(Exponent(runs) * Math.Log(memory / Memory(Tight(runs))));

    private static double MemoryAt(IReadOnlyList<RunReading> runs, double time) =>
        Memory(Tight(runs)) * Math.Exp(Math.Log(time / Time(Tight(runs))) / Exponent(runs));
}
