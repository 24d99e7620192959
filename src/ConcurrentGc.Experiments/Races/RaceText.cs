namespace ConcurrentGc.Experiments.Races;

/// <summary>A race in words, in one language.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Rule">The rule that prevents it.</param>
/// <param name="Text">A paragraph: what happens without the rule, who met it, what the collector does.</param>
public sealed record RaceText(string Title, string Rule, string Text);
