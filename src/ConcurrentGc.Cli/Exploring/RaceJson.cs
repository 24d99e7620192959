using System.Globalization;
using System.Text.Json;
using ConcurrentGc.Cli.Checking;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Matrix;
using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Prints what a search of a race says as one JSON document.</summary>
internal static class RaceJson
{
    /// <summary>Prints it.</summary>
    /// <param name="report">The search.</param>
    /// <param name="output">Takes the document and a line end.</param>
    public static void Write(RaceReport report, TextWriter output)
    {
        var test = report.Plan.Test;
        var document = new
        {
            Outcome = MatrixWords.Of(report.Result.Verdict),
            Race = test.Name,
            report.Plan.Race.English.Title,
            report.Plan.Race.English.Text,
            report.Plan.Race.References,
            Barrier = CheckWords.Word(test.Barrier),
            Defect = test.Defect == Defect.None ? null : CheckWords.Word(test.Defect),
            test.Helpers,
            Memory = CheckWords.Word(test.Memory),
            report.Result.States,
            report.Result.Transitions,
            Schedules = report.Schedules?.ToString(CultureInfo.InvariantCulture),
            report.Result.Bytes,
            report.Result.Reason,
            report.Seconds,
            Rule = report.Rule.Length == 0 ? null : new { Name = report.Rule, Sentence = RuleWords.Of(report.Rule), report.Message },
            PreventedBy = report.Rule.Length == 0 ? null : report.Plan.Rule,
            report.Plan.Search.IsLiveness,
            report.LoopsBehind,
            report.IsShortest,
            report.FoundAfter,
            Sample = report.Sample is { } found ? SampleOf(report.Plan, found) : null,
            Replay = report.Line,
            report.Record,
            OnActors = report.OnActors is { } compared ? new { compared.IsSame, compared.Sentence, Record = compared.ActorsHash } : null,
            Steps = report.Steps.Select(step => new { step.Number, Actor = report.Actors[step.Actor], step.Text }),
            report.BrokenAt,
            report.Heap,
        };
        output.Write(JsonSerializer.Serialize(document, ExploreJson.Options) + "\n");
    }

    private static object SampleOf(RacePlan plan, SampleResult found) => new
    {
        Strategy = ExploreFlags.Strategy.Words[(int)plan.Search.Sample!.Strategy],
        plan.Search.Sample.Depth,
        plan.Search.Sample.Delays,
        plan.Search.Sample.Seed,
        found.Schedules,
        Longest = found.Failing is null ? found.Longest : (int?)null,
        GivenUp = found.Failing is null ? found.GivenUp : (long?)null,
        Choices = found.Failing is null ? found.Choices : (long?)null, // with a find, threads end where they are
        Chosen = found.Failing is null ? found.Chosen : (long?)null,
        found.IsCoverageCut,
        Missed = found.Failing is null ? new RaceSampling(plan, plan.Search.Sample).Missed(found) : null,
    };
}
