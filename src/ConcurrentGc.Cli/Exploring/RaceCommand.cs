using System.Globalization;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What <c>orinoco explore RACE</c> does: searches every schedule of a small world.</summary>
/// <param name="surroundings">Where it prints.</param>
internal sealed class RaceCommand(Surroundings surroundings)
{
    /// <summary>Follows a line.</summary>
    /// <param name="line">Its first word is <c>explore</c>.</param>
    /// <returns>Zero when it is safe, 1 when a rule breaks, 2 when a limit was hit before either was known.</returns>
    /// <exception cref="UsageException">See <see cref="RacePlan.Read"/>.</exception>
    public int Run(ParsedLine line)
    {
        var plan = RacePlan.Read(line);
        using var files = new ScheduleFiles(line);
        var report = Search(new RaceRun(plan, surroundings.Cancellation));
        if (line.Has(Flags.Json))
        {
            RaceJson.Write(report, surroundings.Output);
        }
        else
        {
            RaceRenderer.Write(report, surroundings.Output);
        }

        WriteFiles(files, report, surroundings);
        if (report.Result.Verdict == Verdict.Inconclusive && surroundings.Cancellation.IsCancellationRequested)
        {
            surroundings.Error.Write("orinoco: interrupted: what was searched so far is shown\n");
            return ExitCodes.Interrupted;
        }

        return CodeOf(report.Result.Verdict);
    }

    /// <summary>Writes the files of a schedule, and says what is wrong with them.</summary>
    /// <param name="files">The files.</param>
    /// <param name="report">Has the schedule.</param>
    /// <param name="surroundings">Where it is said.</param>
    public static void WriteFiles(ScheduleFiles files, RaceReport report, Surroundings surroundings)
    {
        foreach (var problem in files.Write(report))
        {
            surroundings.Error.Write($"orinoco: {problem}\n");
        }
    }

    private RaceReport Search(RaceRun run)
    {
        using var progress = ProgressDisplay.Begin(surroundings, "explore");
        progress?.Watch(() => run.Progress);
        var report = run.Run();
        if (run.Resumed > 0)
        {
            surroundings.Error.Write(string.Create(
                CultureInfo.InvariantCulture, $"orinoco: went on from {run.Resumed:N0} states of {report.Plan.Search.CheckpointFile}\n"));
        }

        if (run.CheckpointProblem is { } problem)
        {
            surroundings.Error.Write($"orinoco: {ExploreFlags.Checkpoint.Name}: the file is older than the search ({problem})\n");
        }

        return report;
    }

    /// <summary>The exit code of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public static int CodeOf(Verdict verdict) => verdict switch
    {
        Verdict.Safe => ExitCodes.Success,
        Verdict.Violated => ExitCodes.Violated,
        _ => ExitCodes.Inconclusive,
    };
}
