using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Experiments.Races;

/// <summary>An entry of the catalog: a small world in which one rule of the collector matters.</summary>
public sealed record Race
{
    /// <summary>The world with the rule broken.</summary>
    public required LitmusTest Broken { get; init; }

    /// <summary>The race in English.</summary>
    public required RaceText English { get; init; }

    /// <summary>The race in Korean.</summary>
    public required RaceText Korean { get; init; }

    /// <summary>Who met it, where it is argued.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>What a search finds.</summary>
    public required RaceOutcome Expected { get; init; }

    /// <summary>Its name, that of its file.</summary>
    public string Name => Broken.Name;

    /// <summary>The world with the rule in force.</summary>
    public LitmusTest Sound => Broken with { Defect = Defect.None };
}
