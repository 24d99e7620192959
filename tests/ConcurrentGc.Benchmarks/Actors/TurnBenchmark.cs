using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Benchmarks.Actors;

/// <summary>Steps that do next to nothing: what one <see cref="ITurn.Spend"/> costs, slices included.</summary>
internal static class TurnBenchmark
{
    private const int Steps = 50_000_000;

    /// <summary>Prints a line a host.</summary>
    /// <param name="runs">How often each is measured.</param>
    public static void Run(int runs)
    {
        Stopwatches.Measure("no turn: the same loop alone", runs, Alone);
        Stopwatches.Measure("virtual, alone (slices in a row)", runs, () => Count(HostRuntime.Virtual, 0));
        Stopwatches.Measure("virtual, 1 + 1 (each slice a message)", runs, () => Count(HostRuntime.Virtual, 1));
        Stopwatches.Measure("threads, alone", runs, () => Count(HostRuntime.Threads, 0));
        Stopwatches.Measure("threads, 1 + 1", runs, () => Count(HostRuntime.Threads, 1));
    }

    private static long Alone()
    {
        var (left, sum) = (Steps, 1UL);
        while (left > 0)
        {
            left--;
            sum = sum * 6364136223846793005 + 1442695040888963407;
        }

        return sum == 0 ? 0 : Steps;
    }

    private static long Count(HostRuntime runtime, int helpers)
    {
        using var host = Worlds.Create(runtime, 1);
        for (var actor = 0; actor <= helpers; actor++)
        {
            var group = actor == 0 ? CoreGroup.Main(0) : CoreGroup.Helpers;
            host.Post(host.Add<Counter, Ball>($"counter-{actor}", group, default), new Ball(Steps / (helpers + 1), 0));
        }

        Worlds.Run(host);
        return Steps;
    }
}
