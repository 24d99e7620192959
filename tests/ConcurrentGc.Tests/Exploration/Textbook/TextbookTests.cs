using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Textbook;

public sealed class TextbookTests
{
    /// <summary>Published verdicts and lengths: three objects, from a chain of two in register 0.</summary>
    [Theory]
    [InlineData(TextbookBarrier.None, true, true, NewbornColor.BlackMarkSweep, CollectorPauses.Anywhere, 11)]
    [InlineData(TextbookBarrier.DijkstraStoreShade, false, true, NewbornColor.BlackMarkSweep, CollectorPauses.Anywhere, 0)]
    [InlineData(TextbookBarrier.DijkstraStoreShade, true, false, NewbornColor.BlackMarkSweep, CollectorPauses.Safepoint, 9)]
    [InlineData(TextbookBarrier.YuasaBefore, true, false, NewbornColor.BlackMarkSweep, CollectorPauses.Anywhere, 0)]
    [InlineData(TextbookBarrier.YuasaBefore, true, false, NewbornColor.BlackSweep, CollectorPauses.Safepoint, 7)]
    [InlineData(TextbookBarrier.YuasaAfter, true, false, NewbornColor.BlackMarkSweep, CollectorPauses.Anywhere, 10)]
    [InlineData(TextbookBarrier.YuasaAfter, true, false, NewbornColor.BlackMarkSweep, CollectorPauses.Safepoint, 0)]
    [InlineData(TextbookBarrier.Hybrid, false, false, NewbornColor.BlackMarkSweep, CollectorPauses.Safepoint, 3)]
    public void A_set_of_rules_is_safe_or_breaks_after_as_many_steps_as_published(
        TextbookBarrier barrier, bool snapshot, bool rescan, NewbornColor newborns, CollectorPauses pauses, int steps)
    {
        var rules = new TextbookRules(barrier, snapshot, rescan, newborns, pauses);

        var found = Search(rules, new TextbookQuestion(3, Operations: 4, EveryHeap: false));

        Assert.Equal(steps == 0 ? Verdict.Safe : Verdict.Violated, found.Verdict);
        Assert.Equal(steps, found.Schedule.Count);
    }

    [Theory]
    [InlineData(TextbookReductions.None, 34_690, 248_739)]
    [InlineData(TextbookReductions.DeadFields, 28_193, 214_360)]
    [InlineData(TextbookReductions.DeadFields | TextbookReductions.Renaming, 14_691, 112_798)]
    public void The_proof_over_every_heap_of_two_objects_visits_as_many_states_as_ever(
        TextbookReductions reductions, long states, long transitions)
    {
        var space = new TextbookSpace(Dijkstra, new TextbookQuestion(2, Operations: null, EveryHeap: true), reductions);

        var found = DepthFirstSearch.Run(space, new ExactStates(), new SearchLimits());

        Assert.Equal((Verdict.Safe, states, transitions), (found.Verdict, found.States, found.Transitions));
    }

    [Fact]
    public void A_search_that_hits_a_limit_is_inconclusive()
    {
        var space = new TextbookSpace(Dijkstra, new TextbookQuestion(3, Operations: null, EveryHeap: true), TextbookReductions.None);

        var found = DepthFirstSearch.Run(space, new ExactStates(), new SearchLimits(States: 10_000));

        Assert.Equal((Verdict.Inconclusive, "states"), (found.Verdict, found.Reason));
    }

    [Theory]
    [InlineData(TextbookBarrier.None, "Store")]
    [InlineData(TextbookBarrier.DijkstraStoreShade, "Store Shade")]
    [InlineData(TextbookBarrier.DijkstraShadeStore, "Shade Store")]
    [InlineData(TextbookBarrier.YuasaBefore, "LoadOld ShadeOld Store")]
    [InlineData(TextbookBarrier.YuasaAfter, "LoadOld Store ShadeOld")]
    [InlineData(TextbookBarrier.Steele, "Store Retreat")]
    [InlineData(TextbookBarrier.Hybrid, "LoadOld ShadeOld Shade Store")]
    public void A_store_has_the_steps_of_the_production_barrier(TextbookBarrier barrier, string steps) =>
        Assert.Equal(steps, string.Join(' ', (Dijkstra with { Barrier = barrier }).StoreSteps));

    private static TextbookRules Dijkstra { get; } = new(
        TextbookBarrier.DijkstraStoreShade, HasSnapshot: true, HasRescan: true, NewbornColor.BlackMarkSweep, CollectorPauses.Safepoint);

    private static SearchResult Search(TextbookRules rules, TextbookQuestion question) => BreadthFirstSearch.Run(
        new TextbookSpace(rules, question, TextbookReductions.None), new ExactStates(), new SearchLimits());
}
