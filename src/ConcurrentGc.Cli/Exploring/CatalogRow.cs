using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What searches say of an entry of the catalog.</summary>
/// <param name="Race">The entry.</param>
/// <param name="Helpers">Workers of each kind beside those of the main thread.</param>
internal sealed record CatalogRow(Race Race, int Helpers)
{
    /// <summary>With the rule broken: by distance from the start.</summary>
    public required SearchResult Shortest { get; init; }

    /// <summary>The rule of the heap that broke there; empty: none did.</summary>
    public required string Broken { get; init; }

    /// <summary>With the rule broken: all states, in any order.</summary>
    public required SearchResult Control { get; init; }

    /// <summary>With the rule broken: some schedules, by priorities; null: none were tried.</summary>
    public SampleResult? Sample { get; init; }

    /// <summary>With the rule in force: all states.</summary>
    public required SearchResult Proof { get; init; }

    /// <summary>What the proof took, by the clock on the wall.</summary>
    public double ProofSeconds { get; init; }

    /// <summary>What all searches took, by the clock on the wall.</summary>
    public double Seconds { get; init; }

    /// <summary>Steps of the shortest schedule that breaks the rule.</summary>
    public int Steps => Shortest.Schedule.Count;

    /// <summary>Whether both verdicts are known.</summary>
    public bool IsDecided => Shortest.Verdict != Verdict.Inconclusive && Control.Verdict != Verdict.Inconclusive && Proof.Verdict != Verdict.Inconclusive;

    /// <summary>Whether it is violated with its rule broken, whatever the search, and safe with it in force.</summary>
    public bool Holds => (Shortest.Verdict, Control.Verdict, Proof.Verdict) == (Verdict.Violated, Verdict.Violated, Verdict.Safe);
}
