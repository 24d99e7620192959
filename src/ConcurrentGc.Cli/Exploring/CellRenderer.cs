using System.Globalization;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Matrix;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Prints one set of rules: the verdict and, when a rule broke, a shortest schedule with the heap behind each step.</summary>
internal static class CellRenderer
{
    private const int Width = 40;

    /// <summary>Prints it.</summary>
    /// <param name="report">A matrix of one set.</param>
    /// <param name="output">Takes it.</param>
    /// <param name="cancellation">Ends the search for a shortest schedule.</param>
    public static void Write(MatrixReport report, TextWriter output, CancellationToken cancellation)
    {
        var cell = report.Cells[0];
        var rules = cell.Rules;
        output.Write(
            $"  barrier {MatrixWords.Of(rules.Barrier)}, snapshot {MatrixWords.YesNo(rules.HasSnapshot)}, rescan {MatrixWords.YesNo(rules.HasRescan)}, "
            + $"allocation {MatrixWords.Of(rules.Newborns)}, pauses {MatrixWords.Of(rules.Pauses)}\n");
        if (cell.Result.Verdict == Verdict.Violated)
        {
            WriteSchedule(report, cell, output, cancellation);
        }

        output.Write(string.Create(CultureInfo.InvariantCulture, $"""
              {Sentence(cell)}: every heap of {MatrixRenderer.Objects(cell.Objects)}, {report.Plan.Bound}
              {report.States:N0} states, {report.Transitions:N0} steps, {report.Seconds:F1} s

            """));
    }

    private static void WriteSchedule(MatrixReport report, MatrixCell cell, TextWriter output, CancellationToken cancellation)
    {
        var question = report.Plan.Question with { Objects = cell.Objects };
        var space = new TextbookSpace(cell.Rules, question, TextbookReductions.None);
        var found = BreadthFirstSearch.Run(space, new ExactStates(), new SearchLimits(), cancellation);
        if (found.Verdict != Verdict.Violated)
        {
            return;
        }

        var tale = new TextbookTale(cell.Rules, question);
        output.Write($"  {TextbookTale.Legend}\n\n  start: {tale.Start(found)}\n\n");
        new LaneTable(TextbookTale.Actors, Width).Write(tale.Tell(found), output);
    }

    private static string Sentence(MatrixCell cell) => cell.Result.Verdict switch
    {
        Verdict.Safe => "Safe over every schedule",
        Verdict.Violated => "Violated; no schedule is shorter",
        _ => $"Inconclusive, for {cell.Result.Reason}",
    };
}
