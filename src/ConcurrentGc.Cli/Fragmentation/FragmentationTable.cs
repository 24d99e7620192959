using System.Globalization;
using System.Text.Json;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Fragmentation;

namespace ConcurrentGc.Cli.Fragmentation;

/// <summary>Prints what ways to place objects came to: for readers shares and ratios, for programs bytes.</summary>
internal static class FragmentationTable
{
    private const string Columns =
        "model,peak_requested,peak_reserved,requested_at_peak,internal_at_peak,free_at_peak,external_at_peak," +
        "mean_reserved,mean_internal,mean_free,mean_external";

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes the table.</summary>
    /// <param name="rows">One for each way.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(IReadOnlyList<FragmentationRow> rows, TextWriter output)
    {
        var requested = rows[0].PeakRequested;
        output.Write($"objects ask for up to {Units.Megabytes(requested)} MB at a time; shares are of the memory taken, at its peak and in the mean\n\n");
        var table = new TextTable(
            "Model", "peak, MB", "by requested", "internal", "free", "external", "mean, MB", "internal", "free", "external");
        foreach (var row in rows)
        {
            table.Add(
                row.Model,
                Units.Megabytes(row.PeakReserved),
                (requested == 0 ? 0 : (double)row.PeakReserved / requested).ToString("F2", CultureInfo.InvariantCulture),
                Units.Percent(row.InternalAtPeak, row.PeakReserved),
                Units.Percent(row.FreeAtPeak, row.PeakReserved),
                Units.Percent(row.ExternalAtPeak, row.PeakReserved),
                Units.Megabytes(row.MeanReserved),
                Units.Percent(row.MeanInternal, row.MeanReserved),
                Units.Percent(row.MeanFree, row.MeanReserved),
                Units.Percent(row.MeanExternal, row.MeanReserved));
        }

        table.Write(output);
    }

    /// <summary>Writes all numbers, in bytes, one line a way.</summary>
    /// <param name="rows">One for each way.</param>
    /// <param name="output">Takes them.</param>
    public static void WriteCsv(IReadOnlyList<FragmentationRow> rows, TextWriter output)
    {
        output.Write(Columns + "\n");
        foreach (var row in rows)
        {
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Model},{row.PeakRequested},{row.PeakReserved},{row.RequestedAtPeak},{row.InternalAtPeak},{row.FreeAtPeak},{row.ExternalAtPeak},{row.MeanReserved},{row.MeanInternal},{row.MeanFree},{row.MeanExternal}\n"));
        }
    }

    /// <summary>Writes all numbers, in bytes, as JSON.</summary>
    /// <param name="rows">One for each way.</param>
    /// <param name="output">Takes them.</param>
    public static void WriteJson(IReadOnlyList<FragmentationRow> rows, TextWriter output) =>
        output.Write(JsonSerializer.Serialize(rows, _json) + "\n");
}
