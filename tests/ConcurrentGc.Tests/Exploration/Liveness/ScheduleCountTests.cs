using System.Numerics;
using ConcurrentGc.Exploration.Liveness;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Heap.Barriers;
using Xunit;
using Xunit.Abstractions;

namespace ConcurrentGc.Tests.Exploration.Liveness;

public sealed class ScheduleCountTests(ITestOutputHelper output)
{
    /// <summary>C(n, k) for two actors; for more the multinomial coefficient.</summary>
    [Theory]
    [InlineData(2, 1, "2")]
    [InlineData(2, 10, "184756")]
    [InlineData(3, 4, "34650")]
    [InlineData(4, 5, "11732745024")]
    [InlineData(2, 40, "107507208733336176461620")]
    public void Independent_steps_have_as_many_schedules_as_the_formula_says(int actors, int steps, string schedules) =>
        Assert.Equal(
            BigInteger.Parse(schedules, System.Globalization.CultureInfo.InvariantCulture),
            ScheduleCount.Of(new IndependentSteps(actors, steps), new SearchLimits()));

    [Fact]
    public void Independent_steps_have_a_state_for_each_combination() =>
        Assert.Equal(
            11L * 11 * 11,
            DepthFirstSearch.Run(new IndependentSteps(3, 10), new ExactStates(), new SearchLimits()).States);

    [Fact]
    public void A_proof_over_a_world_says_over_how_many_schedules()
    {
        using var world = new LitmusWorld(LostObject(BarrierKind.DijkstraStoreShade));

        var schedules = ScheduleCount.Of(world.Space, new SearchLimits());

        output.WriteLine($"{schedules}");
        Assert.True(schedules > 1_000_000);
    }

    [Fact]
    public void What_a_world_has_begun_ends_under_every_fair_schedule()
    {
        using var world = new LitmusWorld(LostObject(BarrierKind.DijkstraStoreShade));

        var found = LivenessSearch.Run(world.Space, new SearchLimits());

        Assert.Equal((Verdict.Safe, 6_308L), (found.Verdict, found.States));
    }

    private static LitmusTest LostObject(BarrierKind barrier) => new()
    {
        Name = "lost-object",
        Heap = "root g -> a; root r0 -> a; a.0 -> x; a.1 -> a",
        Programs = [LitmusSyntax.Parse("mark; r1 = r0.0; r0.0 = null; r0.1 = r1; r1 = null; collect")],
        Barrier = barrier,
    };
}
