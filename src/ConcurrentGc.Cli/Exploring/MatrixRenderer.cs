using System.Globalization;
using ConcurrentGc.Exploration.Matrix;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Prints the matrix: barrier and visits of the registers against allocation and pauses.</summary>
internal static class MatrixRenderer
{
    private const int BarrierWidth = 20;
    private const int VisitsWidth = 16;
    private const int AnywhereWidth = 7;
    private const int SafepointWidth = 11;

    private static readonly NewbornColor[] _newborns = Enum.GetValues<NewbornColor>();

    /// <summary>Prints it.</summary>
    /// <param name="report">The matrix.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(MatrixReport report, TextWriter output)
    {
        var newborns = _newborns.Where(color => report.Plan.Rules.Any(rules => rules.Newborns == color)).ToList();
        WriteHead(newborns, output);
        var cells = report.Cells.ToDictionary(cell => cell.Rules, cell => cell.Result.Verdict);
        var last = string.Empty;
        foreach (var row in report.Plan.Rules.GroupBy(rules => (rules.Barrier, rules.HasSnapshot, rules.HasRescan)))
        {
            var barrier = MatrixWords.Of(row.Key.Barrier);
            var shown = string.Equals(barrier, last, StringComparison.Ordinal) ? string.Empty : barrier;
            last = barrier;
            var line = $"  {shown.PadRight(BarrierWidth)}  {Visits(row.Key.HasSnapshot, row.Key.HasRescan).PadRight(VisitsWidth)}";
            foreach (var color in newborns)
            {
                line += Sign(CollectorPauses.Anywhere).PadLeft(AnywhereWidth) + Sign(CollectorPauses.Safepoint).PadLeft(SafepointWidth);

                string Sign(CollectorPauses pauses)
                {
                    var rules = new TextbookRules(row.Key.Barrier, row.Key.HasSnapshot, row.Key.HasRescan, color, pauses);
                    return cells.TryGetValue(rules, out var verdict) ? SignOf(verdict) : string.Empty;
                }
            }

            output.Write(line.TrimEnd() + "\n");
        }

        WriteEnd(report, output);
    }

    /// <summary>A number of objects in words.</summary>
    /// <param name="count">The number.</param>
    public static string Objects(int count) =>
        count == 1 ? "one object" : string.Create(CultureInfo.InvariantCulture, $"{count} objects");

    private static void WriteHead(List<NewbornColor> newborns, TextWriter output)
    {
        var start = "  " + "Barrier".PadRight(BarrierWidth) + "  " + "registers".PadRight(VisitsWidth);
        var width = AnywhereWidth + SafepointWidth;
        var born = string.Concat(newborns.Select(color => MatrixWords.Of(color).PadLeft(width)));
        var pauses = string.Concat(newborns.Select(_ => "any".PadLeft(AnywhereWidth) + "safepoint".PadLeft(SafepointWidth)));
        output.Write($"{start}{born}\n{new string(' ', start.Length)}{pauses}\n");
        output.Write("  " + new string('─', start.Length - 2 + (width * newborns.Count)) + "\n");
    }

    private static void WriteEnd(MatrixReport report, TextWriter output)
    {
        var question = report.Plan.Question;
        output.Write(string.Create(CultureInfo.InvariantCulture, $"""

              safe  no schedule frees what registers reach, or uses what is free; x: one does; ?: a limit was hit
              any   marking starts and ends anywhere; safepoint: not inside a store; above: which newborns are black

              {report.Count(Verdict.Safe)} safe, {report.Count(Verdict.Violated)} violated, {report.Count(Verdict.Inconclusive)} inconclusive of {report.Plan.Rules.Count} sets of rules; every heap of {Objects(question.Objects)}, {report.Plan.Bound}
              {report.States:N0} states, {report.Transitions:N0} steps, {report.Seconds:F1} s

            """));
    }

    private static string Visits(bool snapshot, bool rescan) => (snapshot, rescan) switch
    {
        (true, true) => "snapshot, rescan",
        (true, false) => "snapshot",
        (false, true) => "rescan",
        _ => "neither",
    };

    private static string SignOf(Verdict verdict) => verdict switch
    {
        Verdict.Safe => "safe",
        Verdict.Violated => "x",
        _ => "?",
    };
}
