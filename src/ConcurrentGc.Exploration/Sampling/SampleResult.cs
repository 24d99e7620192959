namespace ConcurrentGc.Exploration.Sampling;

/// <summary>What trying some schedules showed. That none failed is no proof.</summary>
/// <param name="Schedules">How many were tried; with a failing one: its number, from one.</param>
/// <param name="Steps">Steps of all of them.</param>
/// <param name="Longest">Steps of the longest that was not given up.</param>
/// <param name="Failing">The steps of the first by number that broke a rule; null: none did.</param>
/// <param name="Message">What the broken rule says.</param>
public sealed record SampleResult(long Schedules, long Steps, int Longest, IReadOnlyList<int>? Failing, string Message)
{
    /// <summary>Schedules that were given up because they did not come to rest.</summary>
    public long GivenUp { get; init; }

    /// <summary>Different states that were met; of more than memory allows, some.</summary>
    public long States { get; init; }

    /// <summary>Choices that these states leave: who makes the next step.</summary>
    public long Choices { get; init; }

    /// <summary>Different ones of these choices that were made.</summary>
    public long Chosen { get; init; }

    /// <summary>Whether states and choices are fewer than were met, because memory did not allow more.</summary>
    public bool IsCoverageCut { get; init; }

    /// <summary>Memory that coverage took, in bytes.</summary>
    public long Bytes { get; init; }

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
