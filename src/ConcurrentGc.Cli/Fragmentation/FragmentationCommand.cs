using System.Globalization;
using System.Text.Json;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Fragmentation;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Traces;

namespace ConcurrentGc.Cli.Fragmentation;

/// <summary>What <c>orinoco fragmentation</c> does: one trace, several ways to place its objects, one table.</summary>
/// <param name="output">Takes the table.</param>
internal sealed class FragmentationCommand(TextWriter output)
{
    private const double Percent = 100;

    private static readonly string[] _columns =
    [
        "model", "peak_live", "peak_reserved", "reserved", "internal", "external", "largest_hole", "mean_internal_share",
        "mean_external_share",
    ];

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Follows a line.</summary>
    /// <param name="line">Its first word is <c>fragmentation</c>.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">It says something else than a trace and a format.</exception>
    /// <exception cref="Experiments.InvalidInputException">The trace cannot be followed.</exception>
    public int Run(ParsedLine line)
    {
        var words = line.Words.Concat(line.Tail).Skip(1).ToList();
        CommandDescriptions.Fragmentation.RefuseForeignFlags(line);
        if (words.Count != 1)
        {
            var found = words.Count == 0 ? "no trace" : $"'{string.Join(' ', words)}'";
            throw new UsageException($"fragmentation: found {found}, allowed: the file of one trace");
        }

        if (line.Has(Flags.Json) && line.Has(Flags.Csv))
        {
            throw new UsageException($"{Flags.Json.Name} contradicts {Flags.Csv.Name}: one of the two is printed");
        }

        using var reader = TraceReader.Open(words[0]);
        var rows = new FragmentationStudy(reader).Run();
        if (line.Has(Flags.Json))
        {
            output.Write(JsonSerializer.Serialize(rows, _json) + "\n");
        }
        else if (line.Has(Flags.Csv))
        {
            WriteCsv(rows);
        }
        else
        {
            WriteTable(rows);
        }

        return ExitCodes.Success;
    }

    private static string Share(double share) => (Percent * share).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private void WriteCsv(IReadOnlyList<FragmentationRow> rows)
    {
        output.Write(string.Join(',', _columns) + "\n");
        foreach (var row in rows)
        {
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Model},{row.PeakLive},{row.PeakReserved},{row.Reserved},{row.Internal},{row.External},{row.LargestHole},{row.MeanInternalShare:F6},{row.MeanExternalShare:F6}\n"));
        }
    }

    private void WriteTable(IReadOnlyList<FragmentationRow> rows)
    {
        output.Write($"peak of objects {Units.Megabytes(rows[0].PeakLive)} MB; the rest in MB and at the end unless a column says otherwise\n\n");
        var table = new TextTable(
            "Model", "peak reserved", "reserved", "internal", "external", "largest hole, bytes", "mean internal", "mean external");
        foreach (var row in rows)
        {
            table.Add(
                row.Model,
                Units.Megabytes(row.PeakReserved),
                Units.Megabytes(row.Reserved),
                Units.Megabytes(row.Internal),
                Units.Megabytes(row.External),
                Units.Count(row.LargestHole),
                Share(row.MeanInternalShare),
                Share(row.MeanExternalShare));
        }

        table.Write(output);
    }
}
