using System.Globalization;
using System.Text.RegularExpressions;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>Reads the <c>--trace-gc-nvp</c> lines of a log; lines of the program and of other traces are skipped.</summary>
public static partial class NodeLogReader
{
    private const double NanosecondsPerMillisecond = 1e6;
    private const int MostMilliseconds = 1_000_000_000;

    /// <summary>Reads a text.</summary>
    /// <param name="path">The name that errors show.</param>
    /// <param name="text">What the process printed.</param>
    /// <returns>Its collections in order.</returns>
    /// <exception cref="InvalidInputException">No line is a trace line, or one lacks a field.</exception>
    public static IReadOnlyList<TableRow> Parse(string path, string text)
    {
        var rows = new List<TableRow>();
        foreach (var line in NvpLine.All(text))
        {
            rows.Add(Row(path, line, rows));
        }

        return rows.Count > 0 ? rows : throw InvalidInputException.In(path, Missing(text));
    }

    [GeneratedRegex(
        @"^\[\d+:0x[0-9a-f]+\]\s+\d+ ms: (?:Scavenge|Mark-Compact)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainTrace();

    private static string Missing(string text) => text.Split('\n').Any(line => PlainTrace().IsMatch(line))
        ? "found lines of --trace-gc only, allowed: a log of node --trace-gc --trace-gc-nvp"
        : "neither a collection table (its first line names columns: kind, total_before, ...) nor a log with lines of node " +
            "--trace-gc --trace-gc-nvp";

    private static TableRow Row(string path, NvpLine line, List<TableRow> before)
    {
        var (number, fields) = (line.Number, line.Fields);
        var kind = fields.GetValueOrDefault("gc") switch
        {
            "s" => CycleKind.Scavenge,
            "mc" => CycleKind.MarkCompact,
            var other => throw InvalidInputException.At(path, number, 0, $"gc: found '{other}', allowed: s, mc"),
        };
        long Number(string field) => long.TryParse(
            fields.GetValueOrDefault(field), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value <= TableRow.Most
            ? value
            : throw InvalidInputException.At(
                path, number, 0, $"{field}: found '{fields.GetValueOrDefault(field)}', allowed: a whole number from 0 to {TableRow.Most}");
        long Milliseconds(string field) => double.TryParse(
            fields.GetValueOrDefault(field), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value <= MostMilliseconds
            ? (long)(value * NanosecondsPerMillisecond)
            : throw InvalidInputException.At(
                path, number, 0, $"{field}: found '{fields.GetValueOrDefault(field)}', allowed: milliseconds from 0 to {MostMilliseconds}");
        var total = Number("total_size_before");
        return new TableRow(
            before.Count + 1,
            kind,
            string.Empty,
            total,
            Number("total_size_after"),
            Number("promoted"),
            Number("new_space_survived"))
        {
            Allocated = total - (before.Count > 0 ? before[^1].TotalAfter : 0),
            HolesBefore = Number("holes_size_before"),
            HolesAfter = Number("holes_size_after"),
            Steps = kind == CycleKind.MarkCompact ? Number("incremental_steps_count") : 0,
            Pause = Milliseconds("pause"),
        };
    }
}
