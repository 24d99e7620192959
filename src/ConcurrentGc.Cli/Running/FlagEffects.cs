using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli.Running;

/// <summary>Finds flags that a run was given and that changed nothing in it, which only shows when it has ended.</summary>
internal static class FlagEffects
{
    private static readonly Flag[] _ofSleep =
        [Flags.IdleTime, Flags.NoMinorGcTask, Flags.NoIncrementalMarkingTask, Flags.NoMemoryReducer];

    /// <summary>A line for each such flag; none when the run did not complete, since its end might have needed them.</summary>
    /// <param name="reports">The run.</param>
    public static IEnumerable<string> Warnings(RunReports reports)
    {
        var settings = reports.Isolates[0].Settings;
        return reports.Worst.Outcome == ProgramOutcome.Completed
            ? Causes(settings, reports).Where(each => settings.GivenFlags.Contains(each.Flag.Name, StringComparer.Ordinal))
                .Select(each => $"warning: {each.Flag.Name} had no effect: {each.Cause}")
            : [];
    }

    private static IEnumerable<(Flag Flag, string Cause)> Causes(RunSettings settings, RunReports reports)
    {
        var counts = reports.Isolates.Select(report => report.Summary.Result.Counts).ToList();
        if (counts.TrueForAll(count => count.Frames.Ended == 0))
        {
            yield return (Flags.FrameRate, "the program asked for no frame");
        }

        if (counts.TrueForAll(count => count.IdleNanoseconds == 0))
        {
            foreach (var flag in _ofSleep)
            {
                yield return (flag, "the program never slept");
            }
        }

        if (settings.Embedder.PressureAt > reports.Nanoseconds)
        {
            yield return (Flags.MemoryPressure, $"the run ended before, at {Units.Duration(reports.Nanoseconds)}");
        }

        if (settings.Runtime == RuntimeHost.Threads)
        {
            yield return (Flags.Cores, "real threads have the cores of this machine");
        }
        else if (settings.Helpers == 0 && !reports.AreSeveral)
        {
            yield return (Flags.Cores, "without helpers one core is used");
        }

        if (reports.Isolates.All(report => report.Settings.Kind != ProgramKind.JavaScript))
        {
            var cause = settings.Kind == ProgramKind.Trace ? "a trace is no JavaScript" : "a workload is no JavaScript";
            yield return (Flags.Tier, cause);
            yield return (Flags.StackSize, cause);
        }

        if (reports.Isolates.All(report => report.Settings.Kind == ProgramKind.Trace))
        {
            yield return (Flags.Seed, "a trace draws nothing");
        }
    }
}
