namespace ConcurrentGc.Exploration.Sampling;

/// <summary>What trying some schedules showed. That none failed is no proof.</summary>
/// <param name="Schedules">How many were tried, the failing one included.</param>
/// <param name="Steps">Steps of all of them.</param>
/// <param name="Longest">Steps of the longest.</param>
/// <param name="States">Different states that were met.</param>
/// <param name="Actors">Actors that made a step.</param>
/// <param name="Failing">The steps of the one that broke a rule; null: none did.</param>
/// <param name="Message">What the broken rule says.</param>
public sealed record SampleResult(
    long Schedules, long Steps, int Longest, long States, int Actors, IReadOnlyList<int>? Failing, string Message)
{
    /// <summary>The chance that a bug was missed that each schedule finds with a chance.</summary>
    /// <param name="chance">The least chance, between 0 and 1.</param>
    public double Missed(double chance)
    {
        var (missed, factor) = (1.0, 1 - chance);
        for (var rest = Schedules; rest > 0; rest >>= 1) // by squares: the same bits on every platform
        {
            missed *= (rest & 1) != 0 ? factor : 1;
            factor *= factor;
        }

        return missed;
    }
}
