using System.Text.Json;
using ConcurrentGc.Experiments.Checking;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Checking;

/// <summary>Prints a check as one JSON document.</summary>
internal static class CheckJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints it.</summary>
    /// <param name="report">The check.</param>
    /// <param name="output">Takes the document and a line end.</param>
    public static void Write(CheckReport report, TextWriter output)
    {
        var document = new
        {
            Outcome = report.WasInterrupted ? "interrupted" : report.IsShown ? "completed" : "failed",
            Seeds = new[] { report.Plan.First, report.Plan.Last },
            Defect = report.Plan.Defect == Defect.None ? null : CheckWords.Word(report.Plan.Defect),
            Groups = report.Results.GroupBy(result => (result.Case.Barrier, result.Case.Host)).OrderBy(group => group.Key).Select(group => new
            {
                Barrier = CheckWords.Word(group.Key.Barrier),
                Host = CheckWords.Word(group.Key.Host),
                Runs = group.Count(),
                Failures = group.Count(result => result.IsFailure),
                Reached = Counts(CheckReport.Sum(group)),
            }),
            Failures = report.Failures.Select(failure => new
            {
                failure.Case.Seed,
                Barrier = CheckWords.Word(failure.Case.Barrier),
                Host = CheckWords.Word(failure.Case.Host),
                failure.Rule,
                failure.Message,
                Line = CheckWords.Line(failure.Case),
            }),
            Reached = Counts(report.Coverage),
            NeverReached = report.Missing.Select(what => CheckWords.Word(what)),
        };
        output.Write(JsonSerializer.Serialize(document, _options) + "\n");
    }

    private static Dictionary<string, long> Counts(Coverage coverage) =>
        Enum.GetValues<Reached>().ToDictionary(what => CheckWords.Word(what), what => coverage[what], StringComparer.Ordinal);
}
