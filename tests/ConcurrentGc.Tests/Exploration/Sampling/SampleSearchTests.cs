using ConcurrentGc.Heap.Barriers;
using Xunit;
using Xunit.Abstractions;

namespace ConcurrentGc.Tests.Exploration.Sampling;

public sealed class SampleSearchTests(ITestOutputHelper output)
{
    private const long Schedules = 20_000;

    public static TheoryData<string, IStrategy> Strategies => new()
    {
        { "random", new RandomStrategy() },
        { "priorities of depth 3", new PriorityStrategy(3) },
        { "3 delays", new DelayStrategy(3) },
    };

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Every_strategy_finds_a_lost_object_and_its_schedule_loses_it_again(string name, IStrategy strategy)
    {
        using var world = new LitmusWorld(LostObject(BarrierKind.None));

        var found = new SampleSearch(world, strategy, seed: 1).Run(Schedules);

        output.WriteLine($"{name}: schedule {found.Schedules} of {Schedules}, {found.Steps} steps, {found.States} states");
        Assert.NotNull(found.Failing);
        using var again = new LitmusWorld(LostObject(BarrierKind.None));
        var failure = Assert.ThrowsAny<Exception>(() => found.Failing.ToList().ForEach(again.Space.Make));
        Assert.Equal(found.Message, failure.Message);
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void No_strategy_loses_one_that_a_barrier_shades(string name, IStrategy strategy)
    {
        using var world = new LitmusWorld(LostObject(BarrierKind.DijkstraStoreShade));

        var found = new SampleSearch(world, strategy, seed: 2).Run(300);

        Assert.True(found.Failing is null, name);
        Assert.Equal(300, found.Schedules);
        Assert.InRange(found.States, 100, 6_308);
    }

    [Fact]
    public void The_same_seed_tries_the_same_schedules()
    {
        var (one, two) = (Try(seed: 7), Try(seed: 7));

        Assert.Equal((one.Schedules, one.Steps, one.States), (two.Schedules, two.Steps, two.States));
        Assert.NotEqual(one.Steps, Try(seed: 8).Steps);
    }

    /// <summary>Three actors, a hundred steps, depth 2: a chance of 1 in 300 a schedule.</summary>
    [Fact]
    public void What_was_missed_follows_from_the_bound()
    {
        var chance = new PriorityStrategy(2).Bound(actors: 3, steps: 100);
        var tried = new SampleResult(Schedules: 900, 0, 0, 0, 3, null, string.Empty);

        Assert.Equal(1 / 300.0, chance, precision: 12);
        Assert.Equal(Math.Pow(1 - chance, 900), tried.Missed(chance), precision: 9);
    }

    private static SampleResult Try(ulong seed)
    {
        using var world = new LitmusWorld(LostObject(BarrierKind.DijkstraStoreShade));
        return new SampleSearch(world, new RandomStrategy(), seed).Run(50);
    }

    private static LitmusTest LostObject(BarrierKind barrier) => new()
    {
        Name = "lost-object",
        Heap = "root g -> a; root r0 -> a; a.0 -> x; a.1 -> a",
        Programs = [LitmusSyntax.Parse("mark; r1 = r0.0; r0.0 = null; r0.1 = r1; r1 = null; collect")],
        Barrier = barrier,
    };
}
