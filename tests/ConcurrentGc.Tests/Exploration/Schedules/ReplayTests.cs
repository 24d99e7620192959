using ConcurrentGc.Exploration.Schedules;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Heap.Barriers;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Schedules;

public sealed class ReplayTests
{
    private static readonly LitmusTest _lostObject = new()
    {
        Name = "lost-object",
        Heap = "root g -> a; root r0 -> a; a.0 -> x; a.1 -> a",
        Programs = [LitmusSyntax.Parse("mark; r1 = r0.0; r0.0 = null; r0.1 = r1; r1 = null; collect")],
        Barrier = BarrierKind.None,
    };

    [Fact]
    public void What_was_found_printed_and_read_again_gives_the_same_record_and_the_same_violation()
    {
        var found = Random(_lostObject);

        var (one, two) = (Made(found.Failing!), Made(ScheduleText.Parse(ScheduleText.Print(found.Failing!))));

        Assert.Equal(found.Message, one.Message);
        Assert.Equal((one.Hash, one.Message), (two.Hash, two.Message));
        Assert.NotEmpty(one.Record);
    }

    [Fact]
    public void A_shrunk_schedule_still_fails_and_lies_between_the_shortest_and_the_found_one()
    {
        using var world = new LitmusWorld(_lostObject);
        var shortest = BreadthFirstSearch.Run(world.Space, new FingerprintedStates(), new SearchLimits()).Schedule;
        var found = Random(_lostObject).Failing!;

        var shrunk = new Shrinking(() => new LitmusWorld(_lostObject)).Shrink(found);

        Assert.NotEmpty(Made(shrunk).Message);
        Assert.True(Shrinking.Switches(shrunk) <= Shrinking.Switches(found));
        Assert.InRange(shrunk.Count, shortest.Count, found.Count);
    }

    [Fact]
    public void A_schedule_of_another_world_is_refused_at_its_first_step_that_does_not_fit()
    {
        var problem = Assert.Throws<FormatException>(() => Made([1, 1, 7]));

        Assert.StartsWith("step 3 is of actor 7, which has nothing to do then", problem.Message, StringComparison.Ordinal);
    }

    private static SampleResult Random(LitmusTest test) =>
        new SampleSearch(() => new LitmusWorld(test), static () => new RandomStrategy(), seed: 1).Run(1_000);

    private static Replay Made(IReadOnlyList<int> steps)
    {
        using var world = new LitmusWorld(_lostObject);
        return Replay.Of(world, steps);
    }
}
