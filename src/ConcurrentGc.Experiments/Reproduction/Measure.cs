namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>One number of a published result: the runs it is read from, how, and where it has to lie.</summary>
/// <param name="Quantity">What the number is, in a few words.</param>
/// <param name="Published">What the source gives for it.</param>
/// <param name="Lines">What stands behind <c>orinoco run</c>, one a run; equal lines run once.</param>
/// <param name="Value">Reads the number from the runs, in the order of the lines.</param>
/// <param name="Band">Where it has to lie.</param>
public sealed record Measure(
    string Quantity,
    string Published,
    IReadOnlyList<string> Lines,
    Func<IReadOnlyList<RunReading>, double> Value,
    Band Band)
{
    /// <summary>Why it does not come out, as far as that is known; shown when it does not.</summary>
    public string Cause { get; init; } = string.Empty;
}
