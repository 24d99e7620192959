using System.Globalization;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Exploration.Sampling;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Which schedules are tried when not all are searched.</summary>
/// <param name="Strategy">Who makes them up.</param>
/// <param name="Schedules">How many.</param>
/// <param name="Depth">With <see cref="ExploreStrategy.Pct"/>: orderings that must come together for the bug.</param>
/// <param name="Delays">With <see cref="ExploreStrategy.Delay"/>: steps at which the turn passes.</param>
/// <param name="Seed">What they follow from.</param>
internal sealed record SamplePlan(ExploreStrategy Strategy, long Schedules, int Depth, int Delays, long Seed)
{
    private const long DefaultSchedules = 100_000;
    private const int DefaultDepth = 3;
    private const int DefaultDelays = 3;

    private static readonly IReadOnlyList<ExploreStrategy> _sampling = [ExploreStrategy.Random, ExploreStrategy.Pct, ExploreStrategy.Delay];

    /// <summary>The strategy and what it takes, in words.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{StrategyWords}, seed {Seed}");

    /// <summary>Priorities as the catalog samples them.</summary>
    /// <param name="schedules">How many schedules.</param>
    public static SamplePlan Priorities(long schedules) => new(ExploreStrategy.Pct, schedules, DefaultDepth, DefaultDelays, Seed: 0);

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its first word is <c>explore</c>.</param>
    /// <param name="strategy">What it names.</param>
    /// <returns>Null: all schedules are searched.</returns>
    /// <exception cref="UsageException">A value that is not allowed, or a flag of another strategy.</exception>
    public static SamplePlan? Read(ParsedLine line, ExploreStrategy? strategy)
    {
        Refuse(line, ExploreFlags.Schedules, strategy, _sampling);
        Refuse(line, Flags.Seed, strategy, _sampling);
        Refuse(line, ExploreFlags.Depth, strategy, [ExploreStrategy.Pct]);
        Refuse(line, ExploreFlags.Delays, strategy, [ExploreStrategy.Delay]);
        return strategy is { } some && _sampling.Contains(some)
            ? new SamplePlan(
                some,
                line.Number(ExploreFlags.Schedules, DefaultSchedules),
                (int)line.Number(ExploreFlags.Depth, DefaultDepth),
                (int)line.Number(ExploreFlags.Delays, DefaultDelays),
                line.Number(Flags.Seed, 0))
            : null;
    }

    /// <summary>The strategy, one for each thread.</summary>
    public IStrategy Create() => Strategy switch
    {
        ExploreStrategy.Pct => new PriorityStrategy(Depth),
        ExploreStrategy.Delay => new DelayStrategy(Delays),
        _ => new RandomStrategy(),
    };

    private string StrategyWords => Strategy switch
    {
        ExploreStrategy.Pct => string.Create(CultureInfo.InvariantCulture, $"pct of depth {Depth}"),
        ExploreStrategy.Delay => string.Create(CultureInfo.InvariantCulture, $"delay with {Delays} delays"),
        _ => "random",
    };

    private static void Refuse(ParsedLine line, Flag flag, ExploreStrategy? strategy, IReadOnlyList<ExploreStrategy> with)
    {
        if (line.Has(flag) && (strategy is not { } some || !with.Contains(some)))
        {
            var words = ExploreFlags.Strategy.Words;
            var found = strategy is { } other ? $"with {ExploreFlags.Strategy.Name} {words[(int)other]}" : $"without {ExploreFlags.Strategy.Name}";
            throw new UsageException(
                $"{flag.Name}: found {found}, allowed with {ExploreFlags.Strategy.Name} {string.Join(", ", with.Select(each => words[(int)each]))}");
        }
    }
}
