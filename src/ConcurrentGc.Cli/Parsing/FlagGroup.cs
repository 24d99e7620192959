namespace ConcurrentGc.Cli.Parsing;

/// <summary>Flags that help shows together.</summary>
/// <param name="Title">Their heading.</param>
/// <param name="Flags">The flags.</param>
public sealed record FlagGroup(string Title, IReadOnlyList<Flag> Flags);
