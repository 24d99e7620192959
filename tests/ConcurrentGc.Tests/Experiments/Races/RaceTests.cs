using System.Globalization;
using System.Text;
using ConcurrentGc.Actors.Hosting;
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
        var (broken, schedule) = Follow(found.Schedule, race.Broken);
        Assert.Equal((race.Expected.Violated, race.Expected.Steps), (broken, schedule.Count));
        Golden.Matches($"races/{name}", Text(race, schedule, world.Host), "Experiments");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_its_rule_in_force_every_schedule_is_safe(string name)
    {
        var race = Read(name);

        var found = new WalkSearch(() => new LitmusWorld(race.Sound), new SearchLimits()).Run();

        Assert.Equal((Verdict.Safe, race.Expected.States), (found.Verdict, found.States));
    }

    /// <summary>What the rules in force need of the order in which stores are seen, x86 gives.</summary>
    [Fact]
    public void With_its_rule_in_force_every_race_is_safe_when_stores_wait_in_a_store_buffer_too()
    {
        var table = new StringBuilder("states with all accesses in one order, and under x86-TSO\n");
        foreach (var race in ConfigFolder.Names("races", ".yaml").Select(Read))
        {
            var (ordered, buffered) = (StatesOf(race.Sound, MemoryModel.Sequential), StatesOf(race.Sound, MemoryModel.Tso));
            Assert.True(ordered <= buffered, race.Name);
            table.Append(CultureInfo.InvariantCulture, $"{race.Name,-24} {ordered,9:N0} {buffered,9:N0}\n");
        }

        Golden.Matches("races-under-tso", table.ToString(), "Experiments");
    }

    [Theory]
    [InlineData("tso-handshake", 239)]
    [InlineData("tso-holder-color", 14_060)]
    public void The_races_of_the_store_buffer_cannot_be_seen_when_all_accesses_have_one_order(string name, long states) =>
        Assert.Equal(states, StatesOf(Read(name).Broken, MemoryModel.Sequential));

    [Fact]
    public void Every_defect_has_a_race() => Assert.Equal(
        KnownDefects.All.Select(known => known.Defect),
        ConfigFolder.Names("races", ".yaml").Select(name => Read(name).Broken.Defect).Distinct().Order());

    /// <summary>All states of a world that no schedule breaks.</summary>
    private static long StatesOf(LitmusTest test, MemoryModel memory)
    {
        var found = new WalkSearch(() => new LitmusWorld(test with { Memory = memory }), new SearchLimits()).Run();
        Assert.True(found.Verdict == Verdict.Safe, $"{test.Name} under {memory}");
        return found.States;
    }

    private static Race Read(string name) => RaceFile.Read(ConfigFolder.PathOf("races", name, ".yaml"));

    /// <summary>Makes the steps of a schedule in a world of its own.</summary>
    /// <returns>The rule that breaks, and the steps; where a program waits for ever, the last one is none.</returns>
    private static (string Rule, IReadOnlyList<int> Steps) Follow(IReadOnlyList<int> schedule, LitmusTest test)
    {
        using var world = new LitmusWorld(test);
        foreach (var step in schedule.SkipLast(1))
        {
            world.Space.Make(step);
        }

        if (world.Host.Enabled(new int[world.Host.Count]) == 0)
        {
            Assert.NotNull(world.AtRest());
            return (nameof(RunEnd.Stalled), [.. schedule.SkipLast(1)]);
        }

        var failure = Record.Exception(() => world.Space.Make(schedule[^1]));
        return (failure is CheckFailedException check ? check.Rule : failure!.GetType().Name, schedule);
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
