using System.Globalization;
using ConcurrentGc.Exploration.Explaining;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>
/// Prints a schedule with one column an actor: only actors that make steps, a row for each run of steps of one of them.
/// </summary>
/// <param name="actors">Names, by number.</param>
/// <param name="width">Letters of a column at most.</param>
internal sealed class LaneTable(IReadOnlyList<string> actors, int width)
{
    private const string Gap = "  ";
    private const string Indent = "  ";
    private const string Comma = ", ";

    /// <summary>Prints it, and an empty line.</summary>
    /// <param name="steps">The steps in order.</param>
    /// <param name="output">Takes it.</param>
    public void Write(IReadOnlyList<NarratedStep> steps, TextWriter output)
    {
        var lanes = steps.Select(step => step.Actor).Distinct().Order().ToList();
        var rows = Rows(steps);
        var widths = lanes.Select(lane => rows.Where(row => row.Actor == lane).SelectMany(row => row.Lines)
            .Select(line => line.Length).Append(actors[lane].Length).Max()).ToList();
        var numbers = rows.Select(row => row.Numbers.Length).Append("step".Length).Max();
        var hasHeap = steps.Any(step => step.Heap.Length > 0);
        Line("step", [.. lanes.Select(lane => actors[lane])], hasHeap ? "heap" : string.Empty);
        output.Write("  " + new string('─', numbers + widths.Sum() + (Gap.Length * widths.Count)) + "\n");
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Lines.Count; at++)
            {
                Line(
                    at == 0 ? row.Numbers : string.Empty,
                    [.. lanes.Select(lane => lane == row.Actor ? row.Lines[at] : string.Empty)],
                    at == row.Lines.Count - 1 ? row.Heap : string.Empty);
            }
        }

        output.Write('\n');

        void Line(string number, IReadOnlyList<string> cells, string heap)
        {
            var text = "  " + number.PadRight(numbers);
            for (var lane = 0; lane < cells.Count; lane++)
            {
                text += Gap + cells[lane].PadRight(widths[lane]);
            }

            output.Write((heap.Length > 0 ? text + Gap + heap : text).TrimEnd() + "\n");
        }
    }

    private List<Row> Rows(IReadOnlyList<NarratedStep> steps)
    {
        var rows = new List<Row>();
        for (var at = 0; at < steps.Count;)
        {
            // A drawn heap belongs to one step.
            var first = steps[at];
            var run = steps.Skip(at).TakeWhile(step => step.Actor == first.Actor && (step == first || first.Heap.Length == 0)).ToList();
            at += run.Count;
            var texts = run.Select(step => step.Text).Where(text => text.Length > 0).SelectMany(Wrap).ToList();
            var numbers = run.Count == 1
                ? first.Number.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{first.Number}-{run[^1].Number}");
            rows.Add(new Row(numbers, first.Actor, texts.Count > 0 ? texts : ["..."], run[^1].Heap));
        }

        return rows;
    }

    /// <summary>A text in lines of the column's width, cut between phrases if possible; those behind the first stand to the right.</summary>
    private IEnumerable<string> Wrap(string text)
    {
        var line = string.Empty;
        foreach (var phrase in text.Split(Comma))
        {
            var joined = line.Length == 0 ? phrase : line + Comma + phrase;
            if (line.Length > 0 && joined.Length > width)
            {
                yield return line + ",";
                joined = Indent + phrase;
            }

            line = joined;
            while (line.Length > width && line.LastIndexOf(' ', width) is var cut && cut > Indent.Length)
            {
                yield return line[..cut];
                line = Indent + line[(cut + 1)..];
            }
        }

        yield return line;
    }

    private sealed record Row(string Numbers, int Actor, IReadOnlyList<string> Lines, string Heap);
}
