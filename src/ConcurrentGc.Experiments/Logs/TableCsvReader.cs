using System.Globalization;
using ConcurrentGc.Orinoco.Recording;
using Sylvan.Data.Csv;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>
/// Reads a collection table in CSV. Needed are the columns kind, total_before, total_after, promoted and copied; the
/// others of the reference tables are used when they are there, further ones are ignored.
/// </summary>
public static class TableCsvReader
{
    private static readonly string[] _needed = ["kind", "total_before", "total_after", "promoted", "copied"];

    /// <summary>Whether a cell of the first line names a column without which a text is no table.</summary>
    /// <param name="cell">With or without quotes.</param>
    public static bool IsNeeded(string cell) => _needed.Contains(cell.Trim().Trim('"'), StringComparer.Ordinal);

    /// <summary>Reads a text.</summary>
    /// <param name="path">The name that errors show.</param>
    /// <param name="text">CSV with a line of columns.</param>
    /// <returns>Its rows in order.</returns>
    /// <exception cref="InvalidInputException">A column is missing or a cell is not what it should be.</exception>
    public static IReadOnlyList<TableRow> Parse(string path, string text)
    {
        try
        {
            using var csv = CsvDataReader.Create(new StringReader(text));
            foreach (var column in _needed)
            {
                if (IndexOf(csv, column) < 0)
                {
                    throw InvalidInputException.At(
                        path, 1, 0, $"no column {column}, needed: {string.Join(", ", _needed)}");
                }
            }

            if (IndexOf(csv, TableCsvWriter.IsolateColumn) >= 0)
            {
                throw InvalidInputException.At(
                    path, 1, 0, $"found a column {TableCsvWriter.IsolateColumn}, allowed: the table of one isolate without it");
            }

            var rows = new List<TableRow>();
            while (csv.Read())
            {
                rows.Add(Row(path, csv, rows));
            }

            return rows;
        }
        catch (Exception problem) when (problem is FormatException or InvalidDataException)
        {
            throw InvalidInputException.In(path, $"not CSV: {problem.Message}");
        }
    }

    private static TableRow Row(string path, CsvDataReader csv, List<TableRow> before)
    {
        long Needed(string column) => Number(path, csv, column) ?? throw InvalidInputException.At(
            path, csv.RowNumber + 1, 0, $"{column}: found nothing, allowed: a number from 0 to {TableRow.Most}");
        var total = Needed("total_before");
        return new TableRow(
            before.Count + 1,
            Kind(path, csv),
            Text(csv, "cause"),
            total,
            Needed("total_after"),
            Needed("promoted"),
            Needed("copied"))
        {
            Allocated = total - (before.Count > 0 ? before[^1].TotalAfter : 0),
            HolesBefore = Number(path, csv, "holes_before"),
            HolesAfter = Number(path, csv, "holes_after"),
            SemispaceCapacity = Number(path, csv, "semispace_capacity"),
            NewUsedKilobytes = Number(path, csv, "new_used_kb"),
            OldUsedKilobytes = Number(path, csv, "old_used_kb"),
            OldCommittedKilobytes = Number(path, csv, "old_committed_kb"),
            LargeUsedKilobytes = Number(path, csv, "large_used_kb"),
            NewLargeUsedKilobytes = Number(path, csv, "new_large_used_kb"),
            Steps = Number(path, csv, "steps") ?? 0,
        };
    }

    private static CycleKind Kind(string path, CsvDataReader csv)
    {
        var kind = Text(csv, "kind");
        return kind switch
        {
            "scavenge" => CycleKind.Scavenge,
            "mark-compact" => CycleKind.MarkCompact,
            _ => throw InvalidInputException.At(
                path, csv.RowNumber + 1, 0, $"kind: found '{kind}', allowed: scavenge, mark-compact"),
        };
    }

    private static long? Number(string path, CsvDataReader csv, string column)
    {
        var text = Text(csv, column);
        if (text.Length == 0)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= TableRow.Most
            ? (long)number
            : throw InvalidInputException.At(
                path, csv.RowNumber + 1, 0, $"{column}: found '{text}', allowed: a number from 0 to {TableRow.Most}");
    }

    private static string Text(CsvDataReader csv, string column)
    {
        var index = IndexOf(csv, column);
        return index < 0 || index >= csv.RowFieldCount ? string.Empty : csv.GetString(index);
    }

    private static int IndexOf(CsvDataReader csv, string column)
    {
        for (var index = 0; index < csv.FieldCount; index++)
        {
            if (string.Equals(csv.GetName(index), column, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }
}
