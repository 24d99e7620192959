using ConcurrentGc.Heap.Verifying;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>What a run of the suite came to.</summary>
/// <param name="Case">The run.</param>
/// <param name="Coverage">What it reached.</param>
/// <param name="Rule">The rule that does not hold; empty: all do.</param>
/// <param name="Message">What was found, in one line; empty where all rules hold.</param>
public sealed record CheckResult(CheckCase Case, Coverage Coverage, string Rule, string Message)
{
    /// <summary>
    /// What was reachable in the end; null when that depends on when it was collected, or when the run did not come to its end.
    /// </summary>
    public ReachableGraph? Graph { get; init; }

    /// <summary>Whether a rule does not hold.</summary>
    public bool IsFailure => Rule.Length > 0;
}
