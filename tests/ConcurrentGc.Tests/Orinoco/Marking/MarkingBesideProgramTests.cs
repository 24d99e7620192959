using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Marking;

/// <summary>
/// Random programs while marking goes on, one shared access at a time. At each pause the verifier checks the tri-color
/// invariant and the recorded slots, and the oracle that what is reachable is the same graph.
/// </summary>
public sealed class MarkingBesideProgramTests
{
    [Theory]
    [InlineData(MarkingTechnique.Incremental, 0)]
    [InlineData(MarkingTechnique.Incremental, 2)]
    [InlineData(MarkingTechnique.Concurrent, 1)]
    [InlineData(MarkingTechnique.Concurrent, 3)]
    public void Every_cycle_that_starts_ends_and_has_made_steps(MarkingTechnique technique, int helpers)
    {
        var all = 0;
        for (var seed = 1UL; seed <= 8; seed++)
        {
            var host = Run(technique, helpers, seed, BarrierKind.DijkstraStoreShade);
            var started = host.Count(EventKind.PhaseBegin, (long)CollectionPhase.IncrementalStart);
            var finished = CycleRow.ListOf(host.Record).Count(
                row => row.Numbers.ContainsKey(Statistic.IncrementalSteps) && row[Statistic.IncrementalSteps] > 0);

            all += started;
            Assert.InRange(finished, started - 1, started); // the program may end while the last one goes on
        }

        Assert.InRange(all, 12, 1000);
    }

    [Fact]
    public void Helpers_mark_beside_the_program_where_that_is_on()
    {
        var concurrent = Run(MarkingTechnique.Concurrent, helpers: 2, seed: 1, BarrierKind.DijkstraStoreShade);
        var incremental = Run(MarkingTechnique.Incremental, helpers: 2, seed: 1, BarrierKind.DijkstraStoreShade);

        Assert.True(concurrent.Count(EventKind.PhaseBegin, (long)CollectionPhase.MarkConcurrently) > 0);
        Assert.Equal(0, incremental.Count(EventKind.PhaseBegin, (long)CollectionPhase.MarkConcurrently));
    }

    [Fact]
    public void Marking_that_fails_to_start_by_the_limit_never_runs_beside_the_program()
    {
        var host = Run(MarkingTechnique.OnFailure, helpers: 2, seed: 1, BarrierKind.DijkstraStoreShade);

        Assert.Equal(0, host.Count(EventKind.PhaseBegin, (long)CollectionPhase.IncrementalStart));
        Assert.Equal(0, host.Count(EventKind.PhaseBegin, (long)CollectionPhase.Incremental));
    }

    [Theory]
    [InlineData(BarrierKind.DijkstraStoreShade)]
    [InlineData(BarrierKind.DijkstraShadeStore)]
    [InlineData(BarrierKind.Yuasa)]
    [InlineData(BarrierKind.Hybrid)]
    [InlineData(BarrierKind.Steele)]
    public void A_barrier_that_is_claimed_safe_loses_nothing(BarrierKind barrier)
    {
        for (var seed = 1UL; seed <= 12; seed++)
        {
            Assert.Equal("", Violation(MarkingTechnique.Incremental, helpers: 0, seed, barrier));
            Assert.Equal("", Violation(MarkingTechnique.Concurrent, helpers: 2, seed, barrier));
            Assert.Equal("", Violation(MarkingTechnique.Concurrent, helpers: 1, seed, barrier, mutators: 3));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Candidates_that_are_given_up_half_way_lose_nothing(int helpers)
    {
        for (var seed = 1UL; seed <= 12; seed++)
        {
            for (var after = 1; after <= 3; after++)
            {
                _ = Run(MarkingTechnique.Concurrent, helpers, seed, BarrierKind.DijkstraStoreShade, abortsAfter: after);
            }
        }
    }

    [Theory]
    [InlineData(MarkingTechnique.Incremental, 0)]
    [InlineData(MarkingTechnique.Concurrent, 2)]
    public void Control_a_barrier_that_does_not_shade_is_caught(MarkingTechnique technique, int helpers) => Assert.Contains(
        Seeds.Select(seed => Violation(technique, helpers, seed, BarrierKind.None)),
        message => message.Contains(nameof(HeapRule.BlackToWhite), StringComparison.Ordinal));

    private static IEnumerable<ulong> Seeds => Enumerable.Range(1, 300).Select(seed => (ulong)seed);

    private static string Violation(MarkingTechnique technique, int helpers, ulong seed, BarrierKind barrier, int mutators = 1)
    {
        try
        {
            _ = Run(technique, helpers, seed, barrier, mutators);
            return "";
        }
        catch (CheckFailedException failure)
        {
            return failure.Message;
        }
    }

    private static StepHost Run(MarkingTechnique technique, int helpers, ulong seed, BarrierKind barrier, int mutators = 1, int abortsAfter = 0)
    {
        var geometry = Scene.Roomy;
        var settings = Scene.Settings(geometry, helpers) with
        {
            InitialOldBytes = 4 * geometry.PageBytes,
            GrowingStepBytes = 0,
            MinimumBytesForMarking = 0,
            EvacuationAbortedAfter = abortsAfter,
            Techniques = new Techniques { Marking = technique, Barrier = barrier },
        };
        var counter = new AccessCounter();
        using var heap = new SharedHeap(geometry, counter);
        heap.New.SetUp(geometry.MinimumSemispacePages);
        var host = new StepHost(heap, counter, slice: 1, seed);
        var inspector = host.Tables.Add(new VerifyingInspector(heap));
        var programs = Enumerable.Range(0, mutators)
            .Select(i => new RandomProgram(heap, 4_000 / mutators, seed + (ulong)i, largestWords: 12, largeEvery: 40)).ToList();
        new World(heap, settings).Build(host, inspector, programs);
        host.Run();
        return host;
    }
}
