using ConcurrentGc.Heap.Barriers;
using Xunit;
using Xunit.Abstractions;

namespace ConcurrentGc.Tests.Exploration.Sampling;

public sealed class SampleSearchTests(ITestOutputHelper output)
{
    private const long Schedules = 20_000;

    public static TheoryData<string> Strategies => ["random", "priorities of depth 3", "3 delays"];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Every_strategy_finds_a_lost_object_and_its_schedule_loses_it_again(string name)
    {
        var found = Search(BarrierKind.None, name, seed: 1).Run(Schedules);

        output.WriteLine($"{name}: schedule {found.Schedules} of {Schedules}, {found.Steps} steps, {found.States} states");
        Assert.NotNull(found.Failing);
        using var again = new LitmusWorld(LostObject(BarrierKind.None));
        var failure = Assert.ThrowsAny<Exception>(() => found.Failing.ToList().ForEach(again.Space.Make));
        Assert.Equal(found.Message, failure.Message);
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void No_strategy_loses_one_that_a_barrier_shades(string name)
    {
        var found = Search(BarrierKind.DijkstraStoreShade, name, seed: 2).Run(300);

        Assert.True(found.Failing is null, name);
        Assert.Equal((300, 0), (found.Schedules, found.GivenUp));
        Assert.InRange(found.States, 100, 6_308);
        Assert.InRange(found.Chosen, found.States, found.Choices);
    }

    [Fact]
    public void The_same_seed_tries_the_same_schedules()
    {
        var (one, two) = (Try(seed: 7), Try(seed: 7));

        Assert.Equal(one, two);
        Assert.NotEqual(one.Steps, Try(seed: 8).Steps);
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Any_number_of_threads_tries_the_same_schedules_and_finds_the_same_first_one(string name)
    {
        var (one, two) = (Search(BarrierKind.DijkstraStoreShade, name, seed: 3), Search(BarrierKind.DijkstraStoreShade, name, seed: 3, threads: 3));
        Assert.Equal(one.Run(200) with { Bytes = 0 }, two.Run(200) with { Bytes = 0 });

        var (first, again) = (Search(BarrierKind.None, name, seed: 4).Run(Schedules), Search(BarrierKind.None, name, seed: 4, threads: 3).Run(Schedules));
        Assert.Equal((first.Schedules, first.Message), (again.Schedules, again.Message));
        Assert.Equal(first.Failing, again.Failing);
    }

    [Fact]
    public void Coverage_that_memory_does_not_allow_is_said_to_be_cut()
    {
        var search = new SampleSearch(
            () => new LitmusWorld(LostObject(BarrierKind.DijkstraStoreShade)), static () => new RandomStrategy(), seed: 1, bytes: 1);

        var found = search.Run(200);

        Assert.True(found.IsCoverageCut);
        Assert.Equal(200, found.Schedules);
    }

    /// <summary>Three actors, a hundred steps, depth 2: a chance of 1 in 300 a schedule.</summary>
    [Fact]
    public void What_was_missed_follows_from_the_bound()
    {
        var chance = new PriorityStrategy(2).Bound(actors: 3, steps: 100);
        var tried = new SampleResult(Schedules: 900, Steps: 0, Longest: 100, Failing: null, Message: string.Empty);

        Assert.Equal(1 / 300.0, chance, precision: 12);
        Assert.Equal(Math.Pow(1 - chance, 900), tried.Missed(chance), precision: 9);
    }

    private static SampleResult Try(ulong seed) => Search(BarrierKind.DijkstraStoreShade, "random", seed).Run(50);

    private static SampleSearch Search(BarrierKind barrier, string strategy, ulong seed, int threads = 1) => new(
        () => new LitmusWorld(LostObject(barrier)),
        () => strategy switch
        {
            "random" => new RandomStrategy(),
            "3 delays" => new DelayStrategy(3),
            _ => new PriorityStrategy(3),
        },
        seed,
        threads);

    private static LitmusTest LostObject(BarrierKind barrier) => new()
    {
        Name = "lost-object",
        Heap = "root g -> a; root r0 -> a; a.0 -> x; a.1 -> a",
        Programs = [LitmusSyntax.Parse("mark; r1 = r0.0; r0.0 = null; r0.1 = r1; r1 = null; collect")],
        Barrier = barrier,
    };
}
