using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>How a line of <c>orinoco explore RACE</c> wants the world to be searched.</summary>
/// <param name="Strategy">The strategy; null: as the world asks for.</param>
/// <param name="Limits">What the search may take.</param>
/// <param name="Jobs">Threads.</param>
/// <param name="Sleeps">Whether ways that only swap steps that commute are left out.</param>
/// <param name="Sample">What is tried when not all is searched; null: all is.</param>
/// <param name="CheckpointFile">Where the search is kept; null: nowhere.</param>
internal sealed record SearchPlan(ExploreStrategy? Strategy, SearchLimits Limits, int Jobs, bool Sleeps, SamplePlan? Sample, string? CheckpointFile)
{
    private const int BytesBits = 20;

    /// <summary>Whether it is asked if every fair schedule ends, not if one breaks a rule.</summary>
    public bool IsLiveness { get; init; }

    /// <summary>The flags that it takes.</summary>
    public static IReadOnlyList<Flag> Allowed { get; } =
    [
        ExploreFlags.Strategy, ExploreFlags.Liveness, ExploreFlags.MaxStates, ExploreFlags.MaxMemory, ExploreFlags.Reduction, ExploreFlags.Checkpoint, Flags.Jobs,
        ExploreFlags.Schedules, ExploreFlags.Depth, ExploreFlags.Delays, Flags.Seed,
    ];

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its first word is <c>explore</c>.</param>
    /// <exception cref="UsageException">A value that is not allowed, or a flag of another strategy.</exception>
    public static SearchPlan Read(ParsedLine line)
    {
        ExploreStrategy? strategy = line.Has(ExploreFlags.Strategy) ? (ExploreStrategy)line.Choice(ExploreFlags.Strategy) : null;
        var checkpoint = line.Text(ExploreFlags.Checkpoint);
        if (line.Has(ExploreFlags.Liveness) && (line.Has(ExploreFlags.Strategy) || checkpoint is not null))
        {
            var found = checkpoint is null ? ExploreFlags.Strategy.Name : ExploreFlags.Checkpoint.Name;
            throw new UsageException($"{ExploreFlags.Liveness.Name}: found with {found}, allowed without: all states and steps are kept in memory");
        }

        if (checkpoint is not null && strategy is { } other and not ExploreStrategy.Exhaustive)
        {
            throw new UsageException(
                $"{ExploreFlags.Checkpoint.Name}: found with {ExploreFlags.Strategy.Name} {ExploreFlags.Strategy.Words[(int)other]}, "
                + $"allowed with {ExploreFlags.Strategy.Words[(int)ExploreStrategy.Exhaustive]}");
        }

        return new SearchPlan(
            checkpoint is null ? strategy : ExploreStrategy.Exhaustive,
            ReadLimits(line),
            (int)line.Number(Flags.Jobs, Environment.ProcessorCount),
            ReadSleeps(line),
            SamplePlan.Read(line, strategy),
            checkpoint)
        {
            IsLiveness = line.Has(ExploreFlags.Liveness),
        };
    }

    /// <summary>Reads what a search may take.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="UsageException">A value that is not allowed.</exception>
    public static SearchLimits ReadLimits(ParsedLine line)
    {
        var defaults = new SearchLimits();
        return new SearchLimits(
            line.Number(ExploreFlags.MaxStates, defaults.States),
            line.Number(ExploreFlags.MaxMemory, defaults.Bytes >> BytesBits) << BytesBits);
    }

    /// <summary>Reads what a search leaves out.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="UsageException">A value that is not allowed.</exception>
    public static bool ReadSleeps(ParsedLine line) => line.Choice(ExploreFlags.Reduction) == 0;
}
