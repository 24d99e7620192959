using ConcurrentGc.Exploration.Liveness;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Liveness;

public sealed class LivenessTests
{
    private static readonly TextbookRules _dijkstra = new(
        TextbookBarrier.DijkstraStoreShade, HasSnapshot: true, HasRescan: true, NewbornColor.BlackMarkSweep, CollectorPauses.Safepoint);

    /// <summary>A bound on memory would end it; a real heap has one too, but reaching it is what a collector is there to prevent.</summary>
    private static readonly TextbookQuestion _question = new(2, Operations: null, EveryHeap: true, EndlessMemory: true);

    [Fact]
    public void Marking_ends_with_an_insertion_barrier_and_black_newborns() =>
        Assert.Equal(Verdict.Safe, Search(_dijkstra).Verdict);

    [Fact]
    public void Marking_ends_with_a_deletion_barrier_and_a_snapshot() =>
        Assert.Equal(Verdict.Safe, Search(_dijkstra with { Barrier = TextbookBarrier.YuasaBefore, HasRescan = false }).Verdict);

    [Fact]
    public void A_mutator_that_stores_for_ever_has_Steeles_barrier_turn_an_object_grey_for_ever()
    {
        var found = Search(_dijkstra with { Barrier = TextbookBarrier.Steele });

        Assert.Equal(Verdict.Violated, found.Verdict);
        var loop = found.Lasso!.Loop.Select(step => new TextbookStep(step).Action).ToList();
        Assert.Contains(TextbookAction.Take, loop);
        Assert.Contains(TextbookAction.GoOn, loop);
    }

    [Fact]
    public void A_mutator_that_allocates_for_ever_starves_a_rescan_with_white_newborns()
    {
        var found = Search(_dijkstra with { Newborns = NewbornColor.BlackSweep });

        Assert.Equal(Verdict.Violated, found.Verdict);
        var loop = found.Lasso!.Loop.Select(step => new TextbookStep(step).Action).ToList();
        Assert.Contains(TextbookAction.Rescan, loop);
        Assert.Contains(TextbookAction.Allocate, loop);
    }

    [Fact]
    public void A_loop_leads_back_to_where_it_begins()
    {
        var space = new TextbookSpace(
            _dijkstra with { Barrier = TextbookBarrier.Steele }, _question, TextbookReductions.None);
        var lasso = LivenessSearch.Run(space, new SearchLimits()).Lasso!;

        var states = Follow(space, lasso.Stem.Concat(lasso.Loop));

        Assert.Contains(states, each => each.Count > lasso.Stem.Count && each[lasso.Stem.Count] == each[^1]);
    }

    private static LivenessResult Search(TextbookRules rules) => LivenessSearch.Run(
        new TextbookSpace(rules, _question, TextbookReductions.DeadFields), new SearchLimits());

    /// <summary>The states of every run that makes the steps, from each state that the search begins with.</summary>
    private static List<List<ulong>> Follow(TextbookSpace space, IEnumerable<int> steps)
    {
        var begin = new Collected();
        space.Begin(ref begin);
        var runs = begin.Taken.Select(each => new List<ulong> { each.State }).ToList();
        foreach (var step in steps)
        {
            runs = [.. runs.SelectMany(run => Next(space, run, step))];
        }

        return runs;
    }

    private static IEnumerable<List<ulong>> Next(TextbookSpace space, List<ulong> run, int step)
    {
        var next = new Collected();
        space.Expand([run[^1]], ref next);
        return next.Taken.Where(each => each.Step == step).Select(each => new List<ulong>(run) { each.State });
    }

    private readonly struct Collected() : IStateSink
    {
        public List<(int Step, ulong State)> Taken { get; } = [];

        public bool Take(int step, ReadOnlySpan<ulong> state, bool isViolation)
        {
            Taken.Add((step, state[0]));
            return true;
        }
    }
}
