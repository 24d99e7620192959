using System.Text;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>
/// A table of text whose columns have the widths of their widest cells, the same in a pipe and on any terminal; lines end
/// with their last letter. The first column stands left, all others right.
/// </summary>
/// <param name="columns">The words above the columns.</param>
internal sealed class TextTable(params string[] columns)
{
    private const string Indent = "  ";
    private const string Gap = "  ";
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One for each column.</param>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table and an empty line.</summary>
    /// <param name="output">Takes it.</param>
    public void Write(TextWriter output)
    {
        var widths = columns.Select((name, index) => _rows.Select(row => row[index].Length).Append(name.Length).Max()).ToList();
        Write(output, columns, widths);
        output.Write(Indent + new string('─', widths.Sum() + (Gap.Length * (widths.Count - 1))) + "\n");
        foreach (var row in _rows)
        {
            Write(output, row, widths);
        }

        output.Write('\n');
    }

    private static void Write(TextWriter output, string[] cells, List<int> widths)
    {
        var line = new StringBuilder(Indent).Append(cells[0].PadRight(widths[0]));
        for (var index = 1; index < cells.Length; index++)
        {
            line.Append(Gap).Append(cells[index].PadLeft(widths[index]));
        }

        output.Write(line.ToString().TrimEnd() + "\n");
    }
}
