using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Heap.Barriers;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Hosting;

/// <summary>The production roles under every schedule.</summary>
public sealed class ProductionRolesTests
{
    private static readonly LitmusTest _lostObject = new()
    {
        Name = "lost-object",
        Heap = "root g -> a; root r0 -> a; a.0 -> x; a.1 -> a",
        Programs = [LitmusSyntax.Parse("mark; r1 = r0.0; r0.0 = null; r0.1 = r1; r1 = null; collect")],
    };

    [Fact]
    public void Without_a_barrier_an_object_is_lost_and_the_shortest_schedule_has_45_steps()
    {
        using var world = new LitmusWorld(_lostObject with { Barrier = BarrierKind.None });

        var found = BreadthFirstSearch.Run(world.Space, new FingerprintedStates(), new SearchLimits());

        Assert.Equal((Verdict.Violated, 45), (found.Verdict, found.Schedule.Count));
        Assert.Contains("BlackToWhite", world.Space.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BarrierKind.DijkstraStoreShade, 7_847)]
    [InlineData(BarrierKind.DijkstraShadeStore, 9_006)]
    [InlineData(BarrierKind.Steele, 19_762)]
    [InlineData(BarrierKind.Yuasa, 8_229)]
    [InlineData(BarrierKind.Hybrid, 8_359)]
    public void With_a_barrier_no_schedule_loses_it(BarrierKind barrier, long states)
    {
        using var world = new LitmusWorld(_lostObject with { Barrier = barrier });

        var found = DepthFirstSearch.Run(world.Space, new FingerprintedStates(), new SearchLimits());

        Assert.Equal((Verdict.Safe, states), (found.Verdict, found.States));
    }

    [Fact]
    public void A_schedule_that_breaks_a_rule_breaks_it_again_step_by_step()
    {
        using var searched = new LitmusWorld(_lostObject with { Barrier = BarrierKind.None });
        var found = BreadthFirstSearch.Run(searched.Space, new FingerprintedStates(), new SearchLimits());
        using var world = new LitmusWorld(_lostObject with { Barrier = BarrierKind.None });

        foreach (var step in found.Schedule.SkipLast(1))
        {
            world.Space.Make(step);
        }

        var failure = Assert.ThrowsAny<Exception>(() => world.Space.Make(found.Schedule[^1]));
        Assert.Equal(searched.Space.Message, failure.Message);
    }
}
