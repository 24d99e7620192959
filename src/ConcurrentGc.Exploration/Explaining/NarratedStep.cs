namespace ConcurrentGc.Exploration.Explaining;

/// <summary>A step of a schedule in words.</summary>
/// <param name="Number">Its place in the schedule, from one.</param>
/// <param name="Actor">Who makes it, as a number.</param>
/// <param name="Text">What it does; empty where nothing can be told.</param>
/// <param name="Heap">The heap behind it; empty where it was not drawn.</param>
public sealed record NarratedStep(int Number, int Actor, string Text, string Heap = "")
{
    /// <summary>Whether it takes a message.</summary>
    public bool Receives { get; init; }

    /// <summary>The actors that it sends messages to, one for each message.</summary>
    public IReadOnlyList<int> Receivers { get; init; } = [];
}
