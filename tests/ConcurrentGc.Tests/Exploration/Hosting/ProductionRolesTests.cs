using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;
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
    [InlineData(BarrierKind.DijkstraStoreShade, 6_308, 11_200)]
    [InlineData(BarrierKind.DijkstraShadeStore, 6_594, 11_734)]
    [InlineData(BarrierKind.Steele, 16_224, 29_301)]
    [InlineData(BarrierKind.Yuasa, 6_690, 11_965)]
    [InlineData(BarrierKind.Hybrid, 6_820, 12_220)]
    public void With_a_barrier_no_schedule_loses_it(BarrierKind barrier, long states, long transitions)
    {
        var found = Search(_lostObject with { Barrier = barrier });

        Assert.Equal((Verdict.Safe, states, transitions), (found.Verdict, found.States, found.Transitions));
    }

    [Theory]
    [InlineData(BarrierKind.None)]
    [InlineData(BarrierKind.DijkstraStoreShade)]
    [InlineData(BarrierKind.Steele)]
    public void Dead_words_of_roles_change_no_verdict_and_make_more_states(BarrierKind barrier)
    {
        var test = _lostObject with { Barrier = barrier };

        var (forgotten, kept) = (Search(test), Search(test, keepsDeadWords: true));

        Assert.Equal(kept.Verdict, forgotten.Verdict);
        Assert.True(barrier == BarrierKind.None || kept.States > forgotten.States);
    }

    [Fact]
    public void Any_number_of_threads_meets_the_same_states_and_makes_the_same_steps()
    {
        var test = _lostObject with { Barrier = BarrierKind.Steele };

        var (one, three) = (Search(test), Search(test, threads: 3));

        Assert.Equal((one.Verdict, one.States, one.Transitions), (three.Verdict, three.States, three.Transitions));
    }

    [Fact]
    public void Several_threads_find_a_lost_object_and_the_steps_that_lose_it()
    {
        var test = _lostObject with { Barrier = BarrierKind.None };
        var found = Search(test, threads: 3);
        using var world = new LitmusWorld(test);

        Assert.Equal(Verdict.Violated, found.Verdict);
        Assert.ThrowsAny<Exception>(() => found.Schedule.ToList().ForEach(world.Space.Make));
    }

    /// <summary>One goes back by undoing steps and hashes what changed; the other writes each state anew and hashes all of it.</summary>
    [Theory]
    [InlineData(BarrierKind.DijkstraStoreShade)]
    [InlineData(BarrierKind.Steele)]
    public void Both_ways_to_search_meet_the_same_number_of_states(BarrierKind barrier)
    {
        using var world = new LitmusWorld(_lostObject with { Barrier = barrier });

        var written = DepthFirstSearch.Run(world.Space, new FingerprintedStates(), new SearchLimits());

        Assert.Equal(Search(_lostObject with { Barrier = barrier }).States, written.States);
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

    private static SearchResult Search(LitmusTest test, bool keepsDeadWords = false, int threads = 1)
    {
        return new WalkSearch(() => new LitmusWorld(test, keepsDeadWords), new SearchLimits(), threads).Run();
    }
}
