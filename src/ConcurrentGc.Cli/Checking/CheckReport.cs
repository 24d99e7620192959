using ConcurrentGc.Experiments.Checking;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Checking;

/// <summary>What the runs of a plan show.</summary>
/// <param name="plan">The plan.</param>
/// <param name="results">The runs that were made.</param>
/// <param name="wasInterrupted">Whether there would have been more.</param>
internal sealed class CheckReport(CheckPlan plan, IReadOnlyList<CheckResult> results, bool wasInterrupted)
{
    /// <summary>With fewer seeds nothing is asked of what they reach.</summary>
    private const ulong SeedsThatReachAll = 20;

    /// <summary>The plan.</summary>
    public CheckPlan Plan => plan;

    /// <summary>The runs that were made.</summary>
    public IReadOnlyList<CheckResult> Results => results;

    /// <summary>Whether there would have been more.</summary>
    public bool WasInterrupted => wasInterrupted;

    /// <summary>Those in which a rule does not hold.</summary>
    public IReadOnlyList<CheckResult> Failures { get; } = [.. results.Where(result => result.IsFailure)];

    /// <summary>What all of them reached.</summary>
    public Coverage Coverage { get; } = Sum(results);

    /// <summary>What no run reached although it should have.</summary>
    public IReadOnlyList<Reached> Missing =>
        plan.Seeds < SeedsThatReachAll || plan.Defect != Defect.None || wasInterrupted
            ? [] : [.. Enum.GetValues<Reached>().Where(what => Coverage[what] == 0)];

    /// <summary>Whether what was to be shown is shown: nothing is lost, or a defect is found.</summary>
    public bool IsShown => plan.Defect != Defect.None ? Failures.Count > 0 : Failures.Count == 0 && Missing.Count == 0;

    /// <summary>Adds up what runs reached.</summary>
    /// <param name="results">The runs.</param>
    public static Coverage Sum(IEnumerable<CheckResult> results)
    {
        var sum = new Coverage();
        foreach (var result in results)
        {
            sum.Add(result.Coverage);
        }

        return sum;
    }
}
