using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Benchmarks.Actors;

/// <summary>Messages that do next to nothing: what one costs from its sending to the end of its slice.</summary>
internal static class MessageBenchmark
{
    private const int Messages = 1_000_000;

    /// <summary>Prints a line a host.</summary>
    /// <param name="runs">How often each is measured.</param>
    public static void Run(int runs)
    {
        Stopwatches.Measure("virtual, 1 + 8 cores, 9 balls", runs, () => Throw(HostRuntime.Virtual, 8, balls: 9));
        Stopwatches.Measure("virtual, 1 + 8 cores, 1 ball", runs, () => Throw(HostRuntime.Virtual, 8, balls: 1));
        Stopwatches.Measure("virtual, 1 + 1 cores, 2 balls", runs, () => Throw(HostRuntime.Virtual, 1, balls: 2));
        Stopwatches.Measure("threads, 1 + 1, 16 balls", runs, () => Throw(HostRuntime.Threads, 1, balls: 16));
        Stopwatches.Measure("threads, 1 + 1, 1 ball (a wake-up a message)", runs, () => Throw(HostRuntime.Threads, 1, balls: 1));
        Stopwatches.Measure("a world of 10 actors, virtual: begin and end", runs, () => Empty(HostRuntime.Virtual));
        Stopwatches.Measure("a world of 10 actors, threads: begin and end", runs, () => Empty(HostRuntime.Threads));
    }

    private static long Throw(HostRuntime runtime, int helpers, int balls)
    {
        using var host = Worlds.Create(runtime, helpers);
        host.Add<Thrower, Ball>("main", CoreGroup.Main(0), new Thrower(helpers + 1));
        for (var helper = 0; helper < helpers; helper++)
        {
            host.Add<Thrower, Ball>($"helper-{helper}", CoreGroup.Helpers, new Thrower(helpers + 1));
        }

        for (var ball = 0; ball < balls; ball++)
        {
            host.Post(new Address<Ball>(ball % (helpers + 1)), new Ball(Messages / balls, (ulong)ball * 7919 + 1));
        }

        return Worlds.Run(host);
    }

    private static long Empty(HostRuntime runtime)
    {
        using var host = Worlds.Create(runtime, 1);
        for (var actor = 0; actor < 10; actor++)
        {
            host.Add<Thrower, Ball>($"actor-{actor}", CoreGroup.Main(0), new Thrower(1));
        }

        Worlds.Run(host);
        return 1;
    }
}
