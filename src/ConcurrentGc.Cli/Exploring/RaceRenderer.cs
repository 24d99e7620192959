using System.Globalization;
using System.Numerics;
using ConcurrentGc.Cli.Checking;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Prints what a search of a race says: the verdict, the schedule as lanes, the heap, the rule, and what would have prevented it.</summary>
internal static class RaceRenderer
{
    private const int LaneWidth = 26;
    private const int MostLetters = 200;
    private const long ShownInFull = 1_000_000_000_000;

    /// <summary>Prints a search.</summary>
    /// <param name="report">The search.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(RaceReport report, TextWriter output)
    {
        WriteWorld(report.Plan, output);
        WriteTale(report, output);
        output.Write($"  {Sentence(report)}\n");
        if (report.Sample is { } found)
        {
            WriteSample(report, found, output);
            return;
        }

        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"  {report.Result.States:N0} states, {report.Result.Transitions:N0} transitions, {report.Seconds:F2} s\n"));
    }

    /// <summary>Prints a schedule that was made again.</summary>
    /// <param name="report">What it did.</param>
    /// <param name="output">Takes it.</param>
    public static void WriteReplay(RaceReport report, TextWriter output)
    {
        WriteWorld(report.Plan, output);
        WriteTale(report, output);
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"  {(report.Rule.Length > 0 ? "Violation" : "No violation")} after {report.Steps.Count} steps.\n"));
        if (report.OnActors is { } compared)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"  On Akka.NET actors: {compared.Sentence}.\n"));
        }
    }

    /// <summary>The verdict in words.</summary>
    /// <param name="report">The search.</param>
    public static string Sentence(RaceReport report) => report.Result.Verdict switch
    {
        Verdict.Safe when report.Plan.Search.IsLiveness => "Live: every schedule ends in which whoever has something to do gets a turn some time.",
        Verdict.Violated when report.LoopsBehind is { } stem => string.Create(
            CultureInfo.InvariantCulture,
            $"Never ends: what follows step {stem} leads back to it, {report.Steps.Count - stem} steps, and whoever has something to do all the while gets a turn."),
        Verdict.Safe => $"Safe: no schedule breaks a rule{Count(report.Schedules)}.",
        Verdict.Inconclusive when report.Sample is { } found && report.Result.Reason is "sampled" => string.Create(
            CultureInfo.InvariantCulture, $"Inconclusive: none of {found.Schedules:N0} schedules breaks a rule, which is no proof."),
        Verdict.Inconclusive => $"Inconclusive: {Reason(report.Result.Reason)}",
        _ when report.IsShortest => string.Create(CultureInfo.InvariantCulture, $"Violation after {report.Steps.Count} steps; no schedule is shorter."),
        _ when report.FoundAfter == report.Steps.Count => string.Create(
            CultureInfo.InvariantCulture, $"Violation after {report.Steps.Count} steps; --strategy breadth-first looks for the shortest."),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"Violation, found after {report.FoundAfter} steps and shrunk to {report.Steps.Count}; --strategy breadth-first looks for the shortest."),
    };

    private static void WriteSample(RaceReport report, SampleResult found, TextWriter output)
    {
        var sample = report.Plan.Search.Sample!;
        if (found.Failing is not null)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"  schedule {found.Schedules:N0} of strategy {sample.Words}, {report.Seconds:F2} s\n"));
            return;
        }

        var bound = new RaceSampling(report.Plan, sample).Bound(found);
        var least = found.IsCoverageCut ? "at least " : string.Empty;
        output.Write(string.Create(CultureInfo.InvariantCulture, $"""
              strategy {sample.Words}: {bound}
              {found.Schedules:N0} schedules of up to {found.Longest:N0} steps; {least}{found.States:N0} states, {found.Chosen:N0} of the {found.Choices:N0} choices there
              {found.Steps:N0} steps, {report.Seconds:F2} s

            """));
        if (found.GivenUp > 0)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"  {found.GivenUp:N0} schedules were given up: they did not come to rest\n"));
        }
    }

    private static void WriteWorld(RacePlan plan, TextWriter output)
    {
        var test = plan.Test;
        var defect = test.Defect == Defect.None ? "no defect" : $"defect {CheckWords.Word(test.Defect)}";
        output.Write($"  {test.Name}: {plan.Race.English.Title}\n");
        output.Write(string.Create(
            CultureInfo.InvariantCulture, $"  barrier {CheckWords.Word(test.Barrier)}, {defect}, helpers: {test.Helpers}{Memory(test)}\n"));
        for (var mutator = 0; mutator < test.Programs.Count; mutator++)
        {
            var operations = test.Programs[mutator].Select(each => LitmusSyntax.Print(each));
            output.Write(string.Create(CultureInfo.InvariantCulture, $"  mutator-{mutator}: {string.Join("; ", operations)}\n"));
        }

        var heap = test.Heap.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        output.Write($"  heap: {string.Join("; ", heap)}\n\n");
    }

    private static string Memory(LitmusTest test) => test.Memory == MemoryModel.Tso ? ", memory tso" : string.Empty;

    private static void WriteTale(RaceReport report, TextWriter output)
    {
        if (report.Steps.Count == 0)
        {
            return;
        }

        new LaneTable(report.Actors, LaneWidth).Write(report.Steps, output);
        if (report.Rule.Length > 0)
        {
            WriteBroken(report, output);
        }

        output.Write($"  orinoco replay \"{report.Line}\"\n  record {report.Record}\n\n");
    }

    private static void WriteBroken(RaceReport report, TextWriter output)
    {
        var when = report.BrokenAt < report.Steps.Count ? "which broke it" : "in which it is found";
        output.Write(string.Create(CultureInfo.InvariantCulture, $"  The heap after step {report.BrokenAt}, {when}:\n"));
        foreach (var line in report.Heap)
        {
            output.Write($"    {line}\n");
        }

        var message = report.Message.ReplaceLineEndings(" ");
        message = message.Length > MostLetters ? message[..MostLetters] + " ..." : message;
        output.Write($"\n  Broken: {RuleWords.Of(report.Rule)} ({report.Rule}).\n    {message}\n");
        output.Write($"  What prevents it: {report.Plan.Rule}.\n\n");
    }

    private static string Count(BigInteger? schedules) => schedules switch
    {
        null => string.Empty,
        { } few when few < ShownInFull => string.Create(CultureInfo.InvariantCulture, $"; there are {few:N0}"),
        { } many => $"; there are about {Rounded(many)}",
    };

    private static string Rounded(BigInteger many)
    {
        var exponent = many.ToString(CultureInfo.InvariantCulture).Length - 1;
        var tenths = (int)(many / BigInteger.Pow(10, exponent - 1));
        return string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10} x 10^{exponent}");
    }

    private static string Reason(string reason) => reason switch
    {
        "states" => "more states than --max-states allows.",
        "memory" => "more memory than --max-memory allows.",
        _ => "it was interrupted.",
    };
}
