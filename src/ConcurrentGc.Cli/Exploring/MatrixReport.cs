using ConcurrentGc.Exploration.Matrix;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What is known of the sets of rules of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Cells">Those that were searched, in the order of the plan.</param>
/// <param name="Seconds">What it took, by the clock on the wall.</param>
/// <param name="WasInterrupted">Whether there would have been more.</param>
internal sealed record MatrixReport(MatrixPlan Plan, IReadOnlyList<MatrixCell> Cells, double Seconds, bool WasInterrupted)
{
    /// <summary>How many have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(Verdict verdict) => Cells.Count(cell => cell.Result.Verdict == verdict);

    /// <summary>Whether each set of the plan is safe or violated.</summary>
    public bool IsDecided => Count(Verdict.Safe) + Count(Verdict.Violated) == Plan.Rules.Count;

    /// <summary>States that were visited.</summary>
    public long States => Cells.Sum(cell => cell.Result.States);

    /// <summary>Steps that were made.</summary>
    public long Transitions => Cells.Sum(cell => cell.Result.Transitions);
}
