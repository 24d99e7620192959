using System.Globalization;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>Writes V8's <c>--trace-gc</c> lines, character for character in V8 11.3's shape.</summary>
/// <param name="output">Takes the lines.</param>
public sealed class TraceGcWriter(TextWriter output) : ICycleWriter
{
    private const double Megabyte = 1024 * 1024;
    private readonly MutatorUtilization _utilization = new();

    /// <inheritdoc/>
    public void Write(Cycle row)
    {
        _utilization.Add(row);
        output.Write(Line(row, _utilization.Average, _utilization.Current));
        output.Write('\n');
    }

    private static string Line(Cycle row, double average, double current)
    {
        var steps = row[Statistic.IncrementalSteps];
        var incremental = steps == 0 ? string.Empty : string.Create(
            CultureInfo.InvariantCulture,
            $" (+ {row[Statistic.IncrementalNanoseconds] / 1e6:F1} ms in {steps} steps since start of marking, " +
            $"biggest step {row[Statistic.LongestStepNanoseconds] / 1e6:F1} ms, " +
            $"walltime since start of marking {row[Statistic.MarkingWallNanoseconds] / 1e6:F0} ms)");
        return TraceIdentity.At(row.Isolate, row.PauseEnd) + string.Create(
            CultureInfo.InvariantCulture,
            $"{V8Words.Name(row.Kind)} " +
            $"{row[Statistic.TotalBefore] / Megabyte:F1} ({row[Statistic.CommittedBefore] / Megabyte:F1}) -> " +
            $"{row[Statistic.TotalAfter] / Megabyte:F1} ({row[Statistic.CommittedAfter] / Megabyte:F1}) MB, " +
            $"{row.Pause / 1e6:F2} / 0.00 ms {incremental} " +
            $"(average mu = {average:F3}, current mu = {current:F3}) " +
            $"{V8Words.Reason(row.Cause)}; {V8Words.CollectorReason(row.Kind)}");
    }
}
