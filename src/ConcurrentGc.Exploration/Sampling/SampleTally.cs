namespace ConcurrentGc.Exploration.Sampling;

/// <summary>What one thread has tried.</summary>
internal sealed record SampleTally
{
    /// <summary>Steps of all schedules.</summary>
    public long Steps { get; init; }

    /// <summary>Schedules that did not come to rest.</summary>
    public long GivenUp { get; init; }

    /// <summary>Steps of the longest of the others.</summary>
    public int Longest { get; init; }

    /// <summary>Number of the first that broke a rule.</summary>
    public long FailingNumber { get; init; } = long.MaxValue;

    /// <summary>Its steps; null: none did.</summary>
    public IReadOnlyList<int>? Failing { get; init; }

    /// <summary>What the broken rule says.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>With one more schedule; of those that break a rule only the first comes.</summary>
    /// <param name="sampler">Has made it.</param>
    /// <param name="number">Its number, larger than those before.</param>
    /// <param name="holds">Whether it broke no rule.</param>
    public SampleTally Add(Sampler sampler, long number, bool holds)
    {
        var added = this with
        {
            Steps = Steps + sampler.Made.Count,
            GivenUp = GivenUp + (sampler.IsGivenUp ? 1 : 0),
            Longest = sampler.IsGivenUp ? Longest : Math.Max(Longest, sampler.Made.Count), // how long others are, that one does not say
        };
        return holds ? added : added with { FailingNumber = number, Failing = [.. sampler.Made], Message = sampler.Message };
    }

    /// <summary>Both together.</summary>
    /// <param name="other">Another thread's.</param>
    public SampleTally With(SampleTally other)
    {
        var first = other.FailingNumber < FailingNumber ? other : this;
        return first with
        {
            Steps = Steps + other.Steps,
            GivenUp = GivenUp + other.GivenUp,
            Longest = Math.Max(Longest, other.Longest),
        };
    }
}
