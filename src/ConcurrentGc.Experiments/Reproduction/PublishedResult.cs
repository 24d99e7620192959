namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>A result that others published about V8's collector or about collectors in general.</summary>
/// <param name="Name">E1 to E20.</param>
/// <param name="Sentence">What was found.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Measures">The numbers that show it here; empty when it cannot be shown.</param>
public sealed record PublishedResult(string Name, string Sentence, string Source, IReadOnlyList<Measure> Measures)
{
    /// <summary>Whether it is out of reach for good: another collector would be needed. Read without measures only.</summary>
    public bool NeedsOtherCollector { get; init; }

    /// <summary>Why it cannot be shown; empty with measures.</summary>
    public string Missing { get; init; } = string.Empty;

    /// <summary>A result that this collector has no part in.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sentence">What was found.</param>
    /// <param name="source">Where it stands.</param>
    /// <param name="missing">Which collector it is about.</param>
    public static PublishedResult NotModeled(string name, string sentence, string source, string missing) =>
        new(name, sentence, source, []) { NeedsOtherCollector = true, Missing = missing };

    /// <summary>A result about a technique that is not built yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sentence">What was found.</param>
    /// <param name="source">Where it stands.</param>
    /// <param name="missing">What is not built.</param>
    public static PublishedResult NotYet(string name, string sentence, string source, string missing) =>
        new(name, sentence, source, []) { Missing = missing };
}
