using ConcurrentGc.Exploration.Litmus;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>A race that can be searched.</summary>
/// <param name="Broken">The world in which a rule is broken on purpose: the control.</param>
/// <param name="Sound">The same world with the rule in force.</param>
/// <param name="Title">A few words.</param>
/// <param name="Rule">The rule that prevents it.</param>
internal sealed record RaceEntry(LitmusTest Broken, LitmusTest Sound, string Title, string Rule);
