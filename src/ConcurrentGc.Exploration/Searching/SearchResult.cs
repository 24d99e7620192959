namespace ConcurrentGc.Exploration.Searching;

/// <summary>What a search found.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="States">Different states that were met, those that it began with included.</param>
/// <param name="Transitions">Steps that were made.</param>
/// <param name="Bytes">Memory for visited and open states at its largest.</param>
/// <param name="Reason">Which limit was hit; empty: none.</param>
public sealed record SearchResult(Verdict Verdict, long States, long Transitions, long Bytes, string Reason = "")
{
    /// <summary>The steps of a shortest schedule that breaks a rule; empty where there is none or the search does not look for it.</summary>
    public IReadOnlyList<int> Schedule { get; init; } = [];

    /// <summary>The number of the state that the schedule begins with, among those that the space gives.</summary>
    public int First { get; init; }
}
