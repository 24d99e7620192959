using System.Diagnostics;
using System.Globalization;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Exploration.Matrix;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Decides the sets of rules of a plan.</summary>
/// <param name="plan">The plan.</param>
/// <param name="cancellation">Ends it; what was decided is kept.</param>
internal sealed class MatrixRun(MatrixPlan plan, CancellationToken cancellation)
{
    /// <summary>Sets that a checkpoint had.</summary>
    public int Resumed { get; private set; }

    /// <summary>Decides them.</summary>
    /// <param name="progress">Told how far it is.</param>
    /// <exception cref="UsageException">The checkpoint cannot be used.</exception>
    public MatrixReport Run(Action<string>? progress)
    {
        var watch = Stopwatch.StartNew();
        var search = new MatrixSearch(
            plan.Question, TextbookReductions.DeadFields | TextbookReductions.Renaming, new SearchLimits());
        using var checkpoint = Open();
        var decided = (checkpoint?.Known ?? []).ToDictionary(cell => cell.Rules);
        Resumed = decided.Count;
        foreach (var cell in search.DecideAll([.. plan.Rules.Where(rules => !decided.ContainsKey(rules))], plan.Jobs, cancellation))
        {
            // One that Ctrl-C cut short is not known; one that ran out of memory is known to be inconclusive.
            if (cell.Result.Verdict != Verdict.Inconclusive || !cancellation.IsCancellationRequested)
            {
                decided.Add(cell.Rules, cell);
            }

            if (cell.Result.Verdict != Verdict.Inconclusive)
            {
                checkpoint?.Add(cell);
            }

            progress?.Invoke(string.Create(
                CultureInfo.InvariantCulture, $"matrix: {decided.Count} of {plan.Rules.Count} sets of rules"));
        }

        var cells = plan.Rules.Where(decided.ContainsKey).Select(rules => decided[rules]).ToList();
        return new MatrixReport(plan, cells, watch.Elapsed.TotalSeconds, cancellation.IsCancellationRequested);
    }

    private MatrixCheckpoint? Open()
    {
        try
        {
            return plan.CheckpointFile is { } path ? new MatrixCheckpoint(path, plan.Question) : null;
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{ExploreFlags.Checkpoint.Name}: found '{plan.CheckpointFile}' ({problem.Message}), allowed: a file that can be "
                + "written, new or a checkpoint of the same question",
                problem);
        }
    }
}
