using System.Globalization;
using ConcurrentGc.Experiments.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Checking;

/// <summary>Makes the runs of a plan side by side; what a run gives does not depend on the others.</summary>
/// <param name="plan">The plan.</param>
/// <param name="cancellation">No further run begins; those that have ended keep what they gave.</param>
internal sealed class CheckRuns(CheckPlan plan, CancellationToken cancellation)
{
    /// <summary>Makes them. With a defect, those up to the first that finds it.</summary>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>The runs that were made, in the order of the plan.</returns>
    public IReadOnlyList<CheckResult> Run(Action<string>? progress)
    {
        var cases = plan.Cases();
        var results = new CheckResult?[cases.Count];
        var (ended, failed) = (0, 0);
        var loop = Parallel.For(0, cases.Count, new ParallelOptions { MaxDegreeOfParallelism = plan.Jobs }, (index, state) =>
        {
            if (cancellation.IsCancellationRequested)
            {
                state.Stop();
                return;
            }

            var result = CheckRun.Of(cases[index]);
            results[index] = result;
            if (result.IsFailure)
            {
                Interlocked.Increment(ref failed);
                if (plan.Defect != Defect.None)
                {
                    state.Break();
                }
            }

            progress?.Invoke(string.Create(
                CultureInfo.InvariantCulture, $"check: {Interlocked.Increment(ref ended)} of {cases.Count} runs, {failed} failed"));
        });
        var made = results.Take((int)((loop.LowestBreakIteration ?? cases.Count - 1) + 1)).OfType<CheckResult>();
        return [.. made.GroupBy(result => result.Case.Seed).SelectMany(Compare)];
    }

    /// <summary>Neither barrier nor host may change what the programs of a seed compute.</summary>
    private static IEnumerable<CheckResult> Compare(IEnumerable<CheckResult> ofSeed)
    {
        (CheckCase Case, ReachableGraph Graph)? first = null;
        foreach (var result in ofSeed)
        {
            if (result.Graph is { } graph)
            {
                first ??= (result.Case, graph);
                if (graph != first.Value.Graph)
                {
                    yield return result with { Rule = nameof(ReachableGraph), Message = $"ends with another graph than {CheckWords.Line(first.Value.Case)}" };
                    continue;
                }
            }

            yield return result;
        }
    }
}
