using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What <c>orinoco replay</c> does: makes a schedule again that a search has found.</summary>
/// <param name="surroundings">Where it prints.</param>
internal sealed class ReplayCommand(Surroundings surroundings)
{
    /// <summary>Follows a line.</summary>
    /// <param name="line">Its first word is <c>replay</c>.</param>
    /// <returns>Zero when no rule breaks, 1 when one does or when actors make another record.</returns>
    /// <exception cref="UsageException">No schedule, or one of another world.</exception>
    public int Run(ParsedLine line)
    {
        AppContext.SetSwitch(Checks.Switch, isEnabled: true); // no heap has been touched yet
        ExploreHelp.Replay.RefuseForeignFlags(line);
        var words = line.Words.Skip(1).Concat(line.Tail).ToList();
        var replay = ReplayLine.Parse(words.Count == 1 ? words[0] : string.Join(' ', words));
        if (line.Choice(ExploreFlags.On) == 1 && replay.Plan.Test.Memory != MemoryModel.Sequential)
        {
            throw new UsageException($"{ExploreFlags.On.Name}: found akka with a world of memory tso, allowed: explorer; actors have no store buffer");
        }

        using var files = new ScheduleFiles(line);
        var report = Make(replay, line.Choice(ExploreFlags.On) == 1);
        if (line.Has(Flags.Json))
        {
            RaceJson.Write(report, surroundings.Output);
        }
        else
        {
            RaceRenderer.WriteReplay(report, surroundings.Output);
        }

        RaceCommand.WriteFiles(files, report, surroundings);
        return report.OnActors is { IsSame: false } ? ExitCodes.Violated : RaceCommand.CodeOf(report.Result.Verdict);
    }

    private static RaceReport Make(ReplayLine replay, bool onActors)
    {
        try
        {
            var report = RaceRun.Tell(replay.Plan, replay.Steps);
            return onActors ? report with { OnActors = RecordComparison.Of(replay.Plan.Test, report.Result.Schedule) } : report;
        }
        catch (FormatException problem)
        {
            throw new UsageException($"replay: {problem.Message}", problem);
        }
    }
}
