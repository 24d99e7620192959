using System.Numerics;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What a search of a race says.</summary>
/// <param name="Plan">What was asked.</param>
/// <param name="Result">The verdict.</param>
/// <param name="IsShortest">Whether no schedule that breaks a rule is shorter than the one of the result.</param>
internal sealed record RaceReport(RacePlan Plan, SearchResult Result, bool IsShortest)
{
    /// <summary>What trying some schedules showed; null: all were searched.</summary>
    public SampleResult? Sample { get; init; }

    /// <summary>Of a schedule that never ends: how many of its steps come before those that repeat for ever; null: it ends.</summary>
    public int? LoopsBehind { get; init; }

    /// <summary>Steps of the schedule that was found, before it was shrunk; zero without a violation.</summary>
    public int FoundAfter { get; init; }

    /// <summary>What it took, by the clock on the wall.</summary>
    public double Seconds { get; init; }

    /// <summary>The line that makes the schedule again; empty without one.</summary>
    public string Line { get; init; } = string.Empty;

    /// <summary>A hash of the record of the schedule: equal on every machine.</summary>
    public string Record { get; init; } = string.Empty;

    /// <summary>The schedule on Akka.NET actors beside it; null: nobody asked.</summary>
    public RecordComparison? OnActors { get; init; }

    /// <summary>How many schedules a proof covers; null: endless, or not counted.</summary>
    public BigInteger? Schedules { get; init; }

    /// <summary>Names of the actors, by number.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Messages that wait for each actor before anything has run.</summary>
    public IReadOnlyList<int> Posted { get; init; } = [];

    /// <summary>The events of the schedule.</summary>
    public IReadOnlyList<RecordEntry> Events { get; init; } = [];

    /// <summary>The schedule in words; empty without a violation.</summary>
    public IReadOnlyList<NarratedStep> Steps { get; init; } = [];

    /// <summary>The step since which the rule is broken, from one.</summary>
    public int BrokenAt { get; init; }

    /// <summary>The heap behind that step.</summary>
    public IReadOnlyList<string> Heap { get; init; } = [];

    /// <summary>Name of the rule of the heap that broke.</summary>
    public string Rule { get; init; } = string.Empty;

    /// <summary>What the rule says of the heap.</summary>
    public string Message { get; init; } = string.Empty;
}
