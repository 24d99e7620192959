using System.Diagnostics;
using System.Globalization;

namespace ConcurrentGc.Benchmarks;

/// <summary>CPU time and wall time of repeated runs: minimum and median, so that a busy machine shows as a difference.</summary>
internal static class Stopwatches
{
    /// <summary>Runs it once to warm up, then <paramref name="runs"/> times, and prints a line.</summary>
    /// <param name="label">What the line begins with.</param>
    /// <param name="runs">At least one.</param>
    /// <param name="operation">Returns how many operations it did.</param>
    public static void Measure(string label, int runs, Func<long> operation)
    {
        operation();
        var (cpu, wall, bytes) = (new List<double>(), new List<double>(), 0.0);
        using var process = Process.GetCurrentProcess();
        for (var run = 0; run < runs; run++)
        {
            process.Refresh();
            var (cpuStart, wallStart) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            var allocated = GC.GetTotalAllocatedBytes();
            double count = operation();
            bytes = (GC.GetTotalAllocatedBytes() - allocated) / count;
            wall.Add(Stopwatch.GetElapsedTime(wallStart).TotalNanoseconds / count);
            process.Refresh();
            cpu.Add((process.TotalProcessorTime - cpuStart).TotalNanoseconds / count);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {label,-46} CPU {Text(cpu)} ns   wall {Text(wall)} ns   {bytes,5:F0} B"));
    }

    private static string Text(List<double> values)
    {
        values.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{values[0],8:F2} min {values[values.Count / 2],8:F2} median");
    }
}
