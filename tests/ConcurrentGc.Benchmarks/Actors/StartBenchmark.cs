using System.Diagnostics;
using System.Globalization;
using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Benchmarks.Actors;

/// <summary>What the first world of a process costs, JIT included. Ask for it alone, in a fresh process.</summary>
internal static class StartBenchmark
{
    /// <summary>Prints CPU milliseconds up to the first line of this program, and of the first two worlds.</summary>
    /// <param name="runs">Worlds of each kind; the first ones are what counts.</param>
    public static void Run(int runs)
    {
        using var process = Process.GetCurrentProcess();
        var last = process.TotalProcessorTime;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  .NET itself: CPU {last.TotalMilliseconds:F0} ms"));
        foreach (var runtime in new[] { HostRuntime.Virtual, HostRuntime.Threads })
        {
            for (var run = 0; run < runs; run++)
            {
                using (var host = Worlds.Create(runtime, 4))
                {
                    host.Post(host.Add<Counter, Ball>("main", CoreGroup.Main(0), default), new Ball(1000, 1));
                    host.Add<Counter, Ball>("helper", CoreGroup.Helpers, default);
                    Worlds.Run(host);
                }

                process.Refresh();
                var now = process.TotalProcessorTime;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {runtime} world {run + 1}: CPU {(now - last).TotalMilliseconds:F0} ms, {process.Threads.Count} threads"));
                last = now;
            }
        }
    }
}
