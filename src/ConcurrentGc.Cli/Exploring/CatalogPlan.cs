using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What a line of <c>orinoco explore --catalog</c> asks for.</summary>
/// <param name="Races">The races, in order of name or as they are named.</param>
/// <param name="Helpers">Workers of each kind beside those of the main thread; null: as each race says.</param>
/// <param name="Schedules">How many schedules are tried in search of each defect; zero: none.</param>
/// <param name="Limits">What one search may take.</param>
/// <param name="Sleeps">Whether ways that only swap steps that commute are left out.</param>
/// <param name="Jobs">Races that are searched side by side.</param>
/// <param name="CsvFile">Where rows go; null: nowhere.</param>
internal sealed record CatalogPlan(
    IReadOnlyList<Race> Races, int? Helpers, long Schedules, SearchLimits Limits, bool Sleeps, int Jobs, string? CsvFile)
{
    /// <summary>The flags that it takes.</summary>
    public static IReadOnlyList<Flag> Allowed { get; } =
    [
        ExploreFlags.Catalog, Flags.Helpers, ExploreFlags.Schedules, ExploreFlags.MaxStates, ExploreFlags.MaxMemory, ExploreFlags.Reduction,
        ExploreFlags.CsvFile, Flags.Jobs, Flags.Json,
    ];

    /// <summary>Reads a line.</summary>
    /// <param name="line">It has <c>--catalog</c>.</param>
    /// <exception cref="UsageException">No race, a flag of another command, or a value that is not allowed.</exception>
    public static CatalogPlan Read(ParsedLine line)
    {
        ExploreFlags.RefuseOthers(line, "explore --catalog", Allowed);
        var words = line.Words.Skip(1).Concat(line.Tail).ToList();
        IReadOnlyList<Race> races = [.. words.Count > 0 ? words.Select(RaceList.Find) : RaceList.All];
        int? helpers = line.Has(Flags.Helpers) ? RacePlan.ReadHelpers(line, otherwise: 1) : null;
        return new CatalogPlan(
            races,
            helpers,
            line.Number(ExploreFlags.Schedules, 0),
            SearchPlan.ReadLimits(line),
            SearchPlan.ReadSleeps(line),
            (int)line.Number(Flags.Jobs, Environment.ProcessorCount),
            line.Text(ExploreFlags.CsvFile));
    }
}
