using ConcurrentGc.Cli;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Schedules;
using ConcurrentGc.Exploration.Searching;
using Xunit;
using Xunit.Abstractions;

namespace ConcurrentGc.Tests.Experiments.Races;

/// <summary>Schedules of the explorer on Akka.NET actors: the same record.</summary>
public sealed class ActorReplayTests(ITestOutputHelper output)
{
    private const int Schedules = 6;

    /// <summary>Actors have no store buffer: those races are the explorer's.</summary>
    public static TheoryData<string> Names =>
        [.. ConfigFolder.Names("races", ".yaml").Where(name => Read(name).Broken.Memory == MemoryModel.Sequential)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_shortest_schedule_that_breaks_a_rule_breaks_it_on_actors_with_the_same_record(string name)
    {
        var test = Read(name).Broken;
        using var world = new LitmusWorld(test);
        var schedule = BreadthFirstSearch.Run(world.Space, new FingerprintedStates(), new SearchLimits()).Schedule;
        schedule = Replays(test, schedule) ? schedule : [.. schedule.SkipLast(1)]; // behind a stalled end stands one step more

        Same(test, schedule);

        Assert.NotEmpty(ActorReplay.Of(test, schedule).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Random_schedules_of_a_sound_world_have_the_same_record_on_actors(string name)
    {
        var test = Read(name).Sound;
        for (var seed = 1UL; seed <= Schedules; seed++)
        {
            output.WriteLine($"{name}, seed {seed}");
            Same(test, RandomSchedule(test, seed));
        }
    }

    [Fact]
    public void A_part_of_a_schedule_is_not_complete()
    {
        var test = Read("lost-object").Sound;
        var schedule = RandomSchedule(test, seed: 3);

        var half = ActorReplay.Of(test, [.. schedule.Take(schedule.Count / 2)]);

        Assert.Equal((false, ""), (half.IsComplete, half.Message));
        Same(test, [.. schedule.Take(schedule.Count / 2)]);
    }

    [Fact]
    public void A_schedule_of_another_world_is_refused_with_the_same_words()
    {
        var test = Read("lost-object").Broken;

        var actors = Assert.Throws<FormatException>(() => ActorReplay.Of(test, [1, 1, 7]));
        using var world = new LitmusWorld(test);
        var explorer = Assert.Throws<FormatException>(() => Replay.Of(world, [1, 1, 7]));

        Assert.Equal(explorer.Message, actors.Message);
    }

    private static void Same(LitmusTest test, IReadOnlyList<int> schedule)
    {
        using var world = new LitmusWorld(test);
        var explorer = Replay.Of(world, schedule);
        var actors = ActorReplay.Of(test, schedule);

        Assert.Equal(explorer.Record, actors.Record);
        Assert.Equal((explorer.Hash, explorer.Message, explorer.IsComplete), (actors.Hash, actors.Message, actors.IsComplete));
    }

    private static bool Replays(LitmusTest test, IReadOnlyList<int> schedule)
    {
        using var world = new LitmusWorld(test);
        return Record.Exception(() => Replay.Of(world, schedule)) is null;
    }

    private static List<int> RandomSchedule(LitmusTest test, ulong seed)
    {
        using var world = new LitmusWorld(test);
        var (random, enabled, steps) = (new SeededRandom(seed), new int[world.Host.Count], new List<int>());
        for (var count = world.Host.Enabled(enabled); count > 0; count = world.Host.Enabled(enabled))
        {
            var actor = enabled[random.Next(count)];
            world.Host.Choices.Draw(random.Next(int.MaxValue));
            world.Host.Step(actor);
            steps.Add(WorldSpace.StepOf(actor, world.Host.Choices.Packed));
        }

        return steps;
    }

    private static Race Read(string name) => RaceFile.Read(ConfigFolder.PathOf("races", name, ".yaml"));
}
