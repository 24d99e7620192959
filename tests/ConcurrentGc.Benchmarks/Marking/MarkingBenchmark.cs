using System.Globalization;
using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Benchmarks.Marking;

/// <summary>
/// Live marking on real threads, one marker, against <see cref="PlainMarking"/> over an equal heap: CPU time an object.
/// Both are measured in turn, run by run, so that they share what else the machine does.
/// </summary>
internal static class MarkingBenchmark
{
    private const int Megabytes = 128;
    private const int WarmUpMilliseconds = 4_000;

    /// <summary>Prints a line a heap.</summary>
    /// <param name="runs">How often each is measured.</param>
    public static void Run(int runs)
    {
        WarmUp();
        Measure("tree in order of allocation", isShuffled: false, runs);
        Measure("tree in random order", isShuffled: true, runs);
    }

    /// <summary>Both loops and the actors around the marker until the JIT has compiled them for good.</summary>
    private static void WarmUp()
    {
        using var heap = LiveHeap.Tree(1, isShuffled: true, out _);
        using var yardstick = LiveHeap.Tree(1, isShuffled: true, out var objects);
        var (stack, liveBytes) = (new long[objects], new long[heap.Geometry.ReservedPages]);
        for (var start = Environment.TickCount64; Environment.TickCount64 < start + WarmUpMilliseconds;)
        {
            for (var call = 0; call < 10; call++) // one call a heap: it needs many heaps to be called often
            {
                _ = PlainMarking.Mark(yardstick, stack, liveBytes);
                LiveHeap.Whiten(yardstick);
            }

            _ = Collect(heap);
        }
    }

    private static void Measure(string label, bool isShuffled, int runs)
    {
        using var heap = LiveHeap.Tree(Megabytes, isShuffled, out _); // what a collection marked is swept in the next one
        using var yardstick = LiveHeap.Tree(Megabytes, isShuffled, out var objects);
        var (plain, live) = (new List<double>(), new List<double>());
        var (stack, liveBytes) = (new long[objects], new long[heap.Geometry.ReservedPages]);
        for (var run = -1; run < runs; run++)
        {
            var start = MarkingClock.ThreadNanoseconds();
            var marked = PlainMarking.Mark(yardstick, stack, liveBytes);
            var nanoseconds = MarkingClock.ThreadNanoseconds() - start;
            LiveHeap.Whiten(yardstick);
            var clock = Collect(heap);
            if (marked != objects || clock.Objects != objects)
            {
                throw new InvalidOperationException($"{objects} objects, marked {marked} and {clock.Objects}.");
            }

            if (run >= 0) // the first one warms up
            {
                plain.Add((double)nanoseconds / objects);
                live.Add(clock.Closures[^1] / objects);
            }
        }

        var ratios = plain.Zip(live, (one, other) => other / one).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {label,-28} {objects} objects   plain {Median(plain),6:F1} ns   marker {Median(live),6:F1} ns   "
            + $"ratio {ratios[ratios.Count / 2]:F2} (median of pairs; {ratios[0]:F2} to {ratios[^1]:F2})"));
    }

    private static MarkingClock Collect(SharedHeap heap)
    {
        var clock = new MarkingClock();
        var prices = new MachinePrices([.. Enum.GetValues<Work>().Select(work => work == Work.LockWait ? 1L : 0L)], 256, 20_000);
        var settings = new HostSettings { Runtime = HostRuntime.Threads, Prices = prices, Helpers = 0 };
        using var host = new AkkaHost(settings, heap, new WorldTables(), clock);
        new World(heap, LiveHeap.Settings).Build(host, -1, new FullCollections(1));
        var outcome = host.Run();
        return outcome.End == RunEnd.Finished ? clock : throw new InvalidOperationException(outcome.ToString());
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
