using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Heap.Barriers;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Explaining;

public sealed class WorldTaleTests
{
    private static readonly LitmusTest _lostObject = new()
    {
        Name = "lost-object",
        Heap = "root g -> a; root r0 -> a; a.0 -> x; a.1 -> a",
        Programs = [LitmusSyntax.Parse("mark; r1 = r0.0; r0.0 = null; r0.1 = r1; r1 = null; collect")],
        Barrier = BarrierKind.None,
    };

    [Fact]
    public void A_tale_names_the_store_that_broke_the_rule_though_the_pause_finds_it_later()
    {
        using var searched = new LitmusWorld(_lostObject);
        var found = BreadthFirstSearch.Run(searched.Space, new FingerprintedStates(), new SearchLimits());
        using var world = new LitmusWorld(_lostObject);
        var tale = new WorldTale(world);

        var steps = tale.Tell(found.Schedule);

        Assert.Equal(found.Schedule.Count, steps.Count);
        Assert.Equal("BlackToWhite", tale.Rule);
        Assert.Equal("r0.1 = r1: a.1 is x", steps[tale.BrokenAt - 1].Text);
        Assert.Contains("x  young, white", tale.Heap, StringComparer.Ordinal);
        Assert.EndsWith("finds BlackToWhite broken", steps[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_keeps_its_name_when_it_moves_and_one_that_a_program_makes_gets_one()
    {
        var test = _lostObject with { Programs = [LitmusSyntax.Parse("r1 = new 1; scavenge; scavenge")], Barrier = BarrierKind.DijkstraStoreShade };
        using var world = new LitmusWorld(test);
        var tale = new WorldTale(world);

        var texts = string.Join('\n', tale.Tell(RunToEnd(test)).Select(step => step.Text));

        Assert.Contains("r1 = new 1: r1 is n1", texts, StringComparison.Ordinal);
        Assert.Contains("x moves to young", texts, StringComparison.Ordinal);
        Assert.Contains("n1 moves to old", texts, StringComparison.Ordinal);
    }

    /// <summary>The lowest actor that has something to do, until nobody has.</summary>
    private static List<int> RunToEnd(LitmusTest test)
    {
        using var world = new LitmusWorld(test);
        var enabled = new int[world.Host.Count];
        var steps = new List<int>();
        while (world.Host.Enabled(enabled) > 0)
        {
            steps.Add(enabled[0]);
            world.Space.Make(enabled[0]);
        }

        return steps;
    }
}
