using ConcurrentGc.Cli.Checking;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What a line of <c>orinoco explore RACE</c> asks for.</summary>
/// <param name="Race">The race.</param>
/// <param name="Test">The world that is searched.</param>
/// <param name="Search">How it is searched.</param>
/// <param name="Words">The race and what was changed in it, as on a command line.</param>
internal sealed record RacePlan(Race Race, LitmusTest Test, SearchPlan Search, string Words)
{
    private const string NoDefect = "none";
    private const int MostHelpers = 3;

    /// <summary>The flags that it takes.</summary>
    public static IReadOnlyList<Flag> Allowed { get; } =
    [Flags.Barrier, Flags.Defect, Flags.Helpers, ExploreFlags.Memory, .. SearchPlan.Allowed, .. ScheduleFiles.Allowed, Flags.Json];

    /// <summary>Whether a rule is broken on purpose.</summary>
    public bool IsControl => Test.Defect != Defect.None || Test.Barrier == BarrierKind.None;

    /// <summary>The rule that is broken, in words; of the race when all are in force.</summary>
    public string Rule => Test.Defect == Race.Broken.Defect ? Race.English.Rule
        : Test.Defect != Defect.None ? KnownDefects.Of(Test.Defect).Rule
        : Test.Barrier == BarrierKind.None ? KnownDefects.Of(Defect.NothingShaded).Rule
        : Race.English.Rule;

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its first word is <c>explore</c>.</param>
    /// <exception cref="UsageException">No race, a flag of another command, or a value that is not allowed.</exception>
    public static RacePlan Read(ParsedLine line)
    {
        ExploreFlags.RefuseOthers(line, "explore", [.. Allowed, ExploreFlags.Matrix, ExploreFlags.Catalog]);
        var words = line.Words.Skip(1).Concat(line.Tail).ToList();
        if (words.Count != 1)
        {
            var found = words.Count == 0 ? "nothing" : $"'{words[1]}'";
            throw new UsageException(
                $"explore: found {found}, allowed: one race, {ExploreFlags.Catalog.Name} or {ExploreFlags.Matrix.Name} (orinoco list shows the races)");
        }

        var race = RaceList.Find(words[0]);
        return new RacePlan(race, TestOf(race, line), SearchPlan.Read(line), string.Join(' ', Changes(line).Prepend(words[0])));
    }

    private static string AllDefects => string.Join(", ", KnownDefects.All.Select(known => CheckWords.Word(known.Defect)));

    private static IEnumerable<string> Changes(ParsedLine line) =>
        new[] { Flags.Barrier, Flags.Defect, Flags.Helpers, ExploreFlags.Memory }.Where(line.Has).Select(flag => $"{flag.Name} {line.Text(flag)}");

    /// <summary>The control; a barrier or a defect that is named takes the place of what it breaks.</summary>
    private static LitmusTest TestOf(Race race, ParsedLine line)
    {
        var test = line.Has(Flags.Barrier) || line.Has(Flags.Defect) ? race.Sound : race.Broken;
        if (line.Text(Flags.Defect) is { } defect && !string.Equals(defect, NoDefect, StringComparison.Ordinal))
        {
            var known = KnownDefects.All.FirstOrDefault(each => string.Equals(CheckWords.Word(each.Defect), defect, StringComparison.Ordinal))
                ?? throw new UsageException($"{Flags.Defect.Name}: found '{defect}', allowed: {NoDefect}, {AllDefects}");
            var memory = known.NeedsStoreBuffers ? MemoryModel.Tso : test.Memory;
            test = test with { Defect = known.Defect, Barrier = known.Barrier, Memory = memory };
        }

        if (line.Has(ExploreFlags.Memory))
        {
            test = test with { Memory = (MemoryModel)line.Choice(ExploreFlags.Memory) };
        }

        if (line.Has(Flags.Barrier))
        {
            test = test with { Barrier = (BarrierKind)line.Choice(Flags.Barrier) };
        }

        return test with { Helpers = ReadHelpers(line, test.Helpers) };
    }

    /// <summary>Reads how many workers of each kind there are.</summary>
    /// <param name="line">The line.</param>
    /// <param name="otherwise">What holds when it does not say.</param>
    /// <exception cref="UsageException">More than can be searched.</exception>
    public static int ReadHelpers(ParsedLine line, int otherwise)
    {
        var helpers = line.Number(Flags.Helpers, otherwise);
        return helpers <= MostHelpers
            ? (int)helpers
            : throw new UsageException($"{Flags.Helpers.Name}: found '{helpers}', allowed in a search: a whole number from 0 to {MostHelpers}");
    }
}
