using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Exploration.Matrix;

/// <summary>Decides sets of rules, on several cores at a time.</summary>
/// <param name="question">What is asked of each.</param>
/// <param name="reductions">What is left out.</param>
/// <param name="limits">What the search of one set may take.</param>
public sealed class MatrixSearch(TextbookQuestion question, TextbookReductions reductions, SearchLimits limits)
{
    // Note [Fewer objects first].
    //
    // A heap of three objects of which one stays free is a heap of two. So a rule that breaks with fewer objects breaks with
    // more, and most sets that break do so with one or two, where a search takes no time. Only "safe" needs all of them.

    /// <summary>Decides one set of rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="cancellation">Ends the search.</param>
    public MatrixCell Decide(TextbookRules rules, CancellationToken cancellation = default)
    {
        var (states, transitions, bytes) = (0L, 0L, 0L);
        for (var objects = 1; ; objects++)
        {
            var space = new TextbookSpace(rules, question with { Objects = objects }, reductions);
            var found = DepthFirstSearch.Run(space, new ExactStates(), limits, cancellation);
            (states, transitions) = (states + found.States, transitions + found.Transitions);
            bytes = Math.Max(bytes, found.Bytes);
            if (found.Verdict != Verdict.Safe || objects == question.Objects)
            {
                return new MatrixCell(
                    rules, objects, found with { States = states, Transitions = transitions, Bytes = bytes });
            }
        }
    }

    /// <summary>Decides many, several at a time; they come in no fixed order.</summary>
    /// <param name="rules">The sets.</param>
    /// <param name="jobs">How many at a time.</param>
    /// <param name="cancellation">Ends the search; sets that were not decided come as inconclusive.</param>
    public IEnumerable<MatrixCell> DecideAll(IReadOnlyList<TextbookRules> rules, int jobs, CancellationToken cancellation = default) =>
        rules.AsParallel()
            .WithDegreeOfParallelism(jobs)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(each => Decide(each, cancellation));
}
