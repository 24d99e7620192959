using System.Globalization;
using ConcurrentGc.Cli.Checking;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Schedules;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Prints what a search of a race says: the verdict, the schedule as lanes, the heap, the rule, and what would have prevented it.</summary>
internal static class RaceRenderer
{
    private const int LaneWidth = 26;
    private const int MostLetters = 200;

    /// <summary>Prints it.</summary>
    /// <param name="report">The search.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(RaceReport report, TextWriter output)
    {
        var test = report.Plan.Test;
        var defect = test.Defect == Defect.None ? "no defect" : $"defect {CheckWords.Word(test.Defect)}";
        output.Write($"  {test.Name}: {report.Plan.Race.English.Title}\n");
        output.Write(string.Create(
            CultureInfo.InvariantCulture, $"  barrier {CheckWords.Word(test.Barrier)}, {defect}, helpers: {test.Helpers}\n"));
        for (var mutator = 0; mutator < test.Programs.Count; mutator++)
        {
            output.Write($"  mutator-{mutator}: {string.Join("; ", test.Programs[mutator].Select(each => Exploration.Litmus.LitmusSyntax.Print(each)))}\n");
        }

        output.Write($"  heap: {string.Join("; ", test.Heap.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))}\n\n");
        if (report.Result.Verdict == Verdict.Violated)
        {
            WriteViolation(report, output);
        }

        output.Write($"  {Sentence(report)}\n");
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"  {report.Result.States:N0} states, {report.Result.Transitions:N0} transitions, {report.Seconds:F2} s\n"));
    }

    /// <summary>The verdict in words.</summary>
    /// <param name="report">The search.</param>
    public static string Sentence(RaceReport report) => report.Result.Verdict switch
    {
        Verdict.Safe => "Safe: no schedule breaks a rule.",
        Verdict.Inconclusive => $"Inconclusive: {Reason(report.Result.Reason)}",
        _ when report.IsShortest => string.Create(CultureInfo.InvariantCulture, $"Violation after {report.Steps.Count} steps; no schedule is shorter."),
        _ => string.Create(CultureInfo.InvariantCulture, $"Violation after {report.Steps.Count} steps; --strategy breadth-first looks for the shortest."),
    };

    private static void WriteViolation(RaceReport report, TextWriter output)
    {
        new LaneTable(report.Actors, LaneWidth).Write(report.Steps, output);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"  The heap after step {report.BrokenAt}, which broke it:\n"));
        foreach (var line in report.Heap)
        {
            output.Write($"    {line}\n");
        }

        var message = report.Message.ReplaceLineEndings(" ");
        message = message.Length > MostLetters ? message[..MostLetters] + " ..." : message;
        output.Write($"\n  Broken: {RuleWords.Of(report.Rule)} ({report.Rule}).\n    {message}\n");
        output.Write($"  What prevents it: {report.Plan.Rule}.\n");
        output.Write($"  Schedule, by actors: {ScheduleText.Print(report.Result.Schedule)}\n\n");
    }

    private static string Reason(string reason) => reason switch
    {
        "states" => "more states than --max-states allows.",
        "memory" => "more memory than --max-memory allows.",
        _ => "it was interrupted.",
    };
}
