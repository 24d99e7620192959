using System.Diagnostics;
using System.Globalization;
using ConcurrentGc.Exploration.Matrix;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Decides the sets of rules of a plan.</summary>
/// <param name="plan">The plan.</param>
/// <param name="cancellation">Ends it; what was decided is kept.</param>
internal sealed class MatrixRun(MatrixPlan plan, CancellationToken cancellation)
{
    /// <summary>Decides them.</summary>
    /// <param name="progress">Told how far it is.</param>
    public MatrixReport Run(Action<string>? progress)
    {
        var watch = Stopwatch.StartNew();
        var search = new MatrixSearch(
            plan.Question, TextbookReductions.DeadFields | TextbookReductions.Renaming, new SearchLimits());
        var decided = new Dictionary<TextbookRules, MatrixCell>();
        foreach (var cell in search.DecideAll(plan.Rules, plan.Jobs, cancellation))
        {
            // One that Ctrl-C cut short is not known; one that ran out of memory is known to be inconclusive.
            if (cell.Result.Verdict != Verdict.Inconclusive || !cancellation.IsCancellationRequested)
            {
                decided.Add(cell.Rules, cell);
            }

            progress?.Invoke(string.Create(
                CultureInfo.InvariantCulture, $"matrix: {decided.Count} of {plan.Rules.Count} sets of rules"));
        }

        var cells = plan.Rules.Where(decided.ContainsKey).Select(rules => decided[rules]).ToList();
        return new MatrixReport(plan, cells, watch.Elapsed.TotalSeconds, cancellation.IsCancellationRequested);
    }
}
