using System.Globalization;
using System.Text;
using ConcurrentGc.Cli;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Races;

/// <summary>The catalog: each rule of the collector under every schedule, in force and broken.</summary>
public sealed class RaceTests
{
    public static TheoryData<string> Names => [.. ConfigFolder.Names("races", ".yaml")];

    [Theory]
    [MemberData(nameof(Names))]
    public void With_its_rule_broken_the_shortest_schedule_that_shows_it_is_the_approved_one(string name)
    {
        var race = Read(name);
        using var world = new LitmusWorld(race.Broken);

        var found = BreadthFirstSearch.Run(world.Space, new FingerprintedStates(), new SearchLimits());

        Assert.Equal(Verdict.Violated, found.Verdict);
        var broken = RuleBrokenBy(found.Schedule, race.Broken);
        Assert.Equal((race.Expected.Violated, race.Expected.Steps), (broken, found.Schedule.Count));
        Golden.Matches($"races/{name}", Text(race, found.Schedule, world.Host), "Experiments");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_its_rule_in_force_every_schedule_is_safe(string name)
    {
        var race = Read(name);

        var found = new WalkSearch(() => new LitmusWorld(race.Sound), new SearchLimits()).Run();

        Assert.Equal((Verdict.Safe, race.Expected.States), (found.Verdict, found.States));
    }

    [Fact]
    public void Every_defect_has_a_race() => Assert.Equal(
        KnownDefects.All.Select(known => known.Defect),
        ConfigFolder.Names("races", ".yaml").Select(name => Read(name).Broken.Defect).Distinct().Order());

    private static Race Read(string name) => RaceFile.Read(ConfigFolder.PathOf("races", name, ".yaml"));

    private static string RuleBrokenBy(IReadOnlyList<int> schedule, LitmusTest test)
    {
        using var world = new LitmusWorld(test);
        foreach (var step in schedule.SkipLast(1))
        {
            world.Space.Make(step);
        }

        var failure = Record.Exception(() => world.Space.Make(schedule[^1]));
        return failure is CheckFailedException check ? check.Rule : failure?.GetType().Name ?? "AtRest";
    }

    /// <summary>The world, then the actors of the schedule with the steps that each makes in a row.</summary>
    private static string Text(Race race, IReadOnlyList<int> schedule, ExploreHost host)
    {
        var text = new StringBuilder();
        text.Append(race.English.Title).Append(": ").Append(race.Expected.Violated).Append('\n');
        for (var first = 0; first < schedule.Count;)
        {
            var actor = WorldSpace.ActorOf(schedule[first]);
            var count = schedule.Skip(first).TakeWhile(step => WorldSpace.ActorOf(step) == actor).Count();
            text.Append(CultureInfo.InvariantCulture, $"{count,4} {host.Actors[actor]}\n");
            first += count;
        }

        return text.ToString();
    }
}
