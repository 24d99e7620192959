using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>Published results about the collector's work between frames.</summary>
internal static class IdleResults
{
    private const string Page = "page --cores 4";
    private const string Scheduled = $"{Page} --idle-time 2016";
    private const string Unscheduled = $"{Page} --idle-time none --no-minor-gc-task --no-incremental-marking-task --no-memory-reducer";

    /// <summary>E8.</summary>
    public static readonly PublishedResult Scheduling = new(
        "E8",
        "Idle-time scheduling moves 43 % of the collector's time into idle time on a workstation; Gmail's idle heap shrinks by 45 %.",
        "v8.dev/blog/free-garbage-collection; Degenbaev et al., PLDI 2016",
        [
            new Measure(
                "collector's time that lies in idle time",
                "31 to 43 %",
                [Scheduled],
                runs => IdleShare(runs[0]),
                new Band(0.31, 0.6, MeasureUnit.Share))
            {
                Cause = "this page does nothing but animate; sites also load and run code while no time is idle",
            },
            new Measure(
                "collector's time in frames, with against without",
                "less",
                [Unscheduled, Scheduled],
                runs => (InFrames(runs[1]) / InFrames(runs[0])) - 1,
                Band.Change(-1, -0.31)),
            new Measure(
                "heap of a page that rests, with memory reducer",
                "-45 %",
                [$"{Page} --no-memory-reducer", Page],
                runs => (Memory(runs[1]) / Memory(runs[0])) - 1,
                Band.Change(-0.65, -0.25)),
        ]);

    private static FrameCounts Frames(RunReading run) => run.Summary!.Result.Counts.Frames;

    // Pauses, and marking on the main thread beside them. Idle work has also what it takes to stop the program.
    private static double InFrames(RunReading run) => Math.Max(
        0,
        run.Summary!.All.Total - Frames(run).IdleWork + run.Summary.Phases
            .Where(share => share.Phase is CollectionPhase.IncrementalStart or CollectionPhase.Incremental)
            .Sum(share => (double)share.Nanoseconds));

    private static double IdleShare(RunReading run) => Frames(run).IdleWork / (Frames(run).IdleWork + InFrames(run));

    private static double Memory(RunReading run) => run.Summary!.Result.Spaces.Sum(space => (double)space.SpaceUsedSize);
}
