using System.Globalization;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Checking;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Checking;

/// <summary>Prints a check: failures with the lines that repeat them, runs by barrier and host, and what was reached.</summary>
internal static class CheckRenderer
{
    private const int ShownFailures = 10;
    private const int ShownLetters = 300;

    /// <summary>Prints it.</summary>
    /// <param name="report">The check.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(CheckReport report, TextWriter output)
    {
        foreach (var failure in report.Failures.Take(ShownFailures))
        {
            var message = failure.Message.Length > ShownLetters ? failure.Message[..ShownLetters] + " ..." : failure.Message;
            output.Write($"  {failure.Rule}: {message}\n      {CheckWords.Line(failure.Case)}\n");
        }

        if (report.Failures.Count > 0)
        {
            output.Write('\n');
        }

        WriteRuns(report, output);
        WriteCoverage(report, output);
        output.Write($"  {Verdict(report)}\n");
    }

    private static string Verdict(CheckReport report)
    {
        if (report.Plan.Defect != Defect.None)
        {
            var known = KnownDefects.Of(report.Plan.Defect);
            return $"Broken on purpose: {known.Rule}. {(report.IsShown ? "Found." : "Not found: the suite is blind to it.")}";
        }

        return report.Failures.Count > 0 ? $"{report.Failures.Count} of {report.Results.Count} runs failed."
            : report.Missing.Count > 0 ? $"Never reached: {string.Join(", ", report.Missing.Select(CheckWords.Sentence))}."
            : $"{report.Results.Count} runs, and nothing was lost.";
    }

    private static void WriteRuns(CheckReport report, TextWriter output)
    {
        var table = new TextTable("Barrier", "host", "runs", "collections", "full", "shaded objects", "failures");
        foreach (var group in report.Results.GroupBy(result => (result.Case.Barrier, result.Case.Host)).OrderBy(group => group.Key))
        {
            var sum = CheckReport.Sum(group);
            table.Add(
                CheckWords.Word(group.Key.Barrier),
                CheckWords.Word(group.Key.Host),
                Number(group.Count()),
                Number(sum.Collections),
                Number(sum[Reached.MarkCompacts]),
                Number(sum[Reached.ShadedObjects]),
                Number(group.Count(result => result.IsFailure)));
        }

        table.Write(output);
    }

    private static void WriteCoverage(CheckReport report, TextWriter output)
    {
        var table = new TextTable("Reached", "times");
        foreach (var what in Enum.GetValues<Reached>())
        {
            table.Add(CheckWords.Sentence(what), Number(report.Coverage[what]));
        }

        table.Write(output);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
