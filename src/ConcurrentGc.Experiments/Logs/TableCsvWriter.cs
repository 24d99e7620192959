using System.Globalization;
using ConcurrentGc.Experiments.Collections;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>
/// Writes the collection table with the columns of the tables of the reference runs. Causes hold no comma, so that no
/// cell needs quotes.
/// </summary>
public sealed class TableCsvWriter : ICycleWriter
{
    private const string Columns =
        "seq,kind,cause,total_before,total_after,allocated,promoted,copied,holes_before,holes_after," +
        "semispace_capacity,allocated_traced,new_used_kb,old_used_kb,old_committed_kb,large_used_kb,new_large_used_kb," +
        "steps\n";

    /// <summary>The column that only tables of several isolates have.</summary>
    public const string IsolateColumn = "isolate";

    private readonly TextWriter _output;
    private readonly bool _namesIsolates;

    /// <summary>Writes the line of columns.</summary>
    /// <param name="output">Takes the table.</param>
    /// <param name="namesIsolates">Whether rows begin with the number of their isolate.</param>
    public TableCsvWriter(TextWriter output, bool namesIsolates = false)
    {
        (_output, _namesIsolates) = (output, namesIsolates);
        _output.Write(namesIsolates ? $"{IsolateColumn},{Columns}" : Columns);
    }

    /// <inheritdoc/>
    public void Write(Cycle row)
    {
        if (_namesIsolates)
        {
            _output.Write(string.Create(CultureInfo.InvariantCulture, $"{row.Isolate},"));
        }

        Write(TableRow.From(row));
    }

    /// <summary>Writes a row.</summary>
    /// <param name="row">Null cells stay empty.</param>
    public void Write(TableRow row) => _output.Write(string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Sequence},{V8Words.Key(row.Kind)},{row.Cause},{row.TotalBefore},{row.TotalAfter},{row.Allocated}," +
        $"{row.Promoted},{row.Copied},{row.HolesBefore},{row.HolesAfter},{row.SemispaceCapacity},{row.Allocated}," +
        $"{row.NewUsedKilobytes},{row.OldUsedKilobytes},{row.OldCommittedKilobytes},{row.LargeUsedKilobytes}," +
        $"{row.NewLargeUsedKilobytes},{row.Steps}\n"));
}
