using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Mutating;

/// <summary>
/// Programs that allocate in old space themselves, one shared access at a time. The verifier and the oracle look at each
/// pause; what a seed does is the same in each run.
/// </summary>
public sealed class OldAllocationTests
{
    [Theory]
    [InlineData(MarkingTechnique.Atomic, 2, true)]
    [InlineData(MarkingTechnique.OnFailure, 2, true)]
    [InlineData(MarkingTechnique.Incremental, 0, true)]
    [InlineData(MarkingTechnique.Incremental, 0, false)]
    [InlineData(MarkingTechnique.Concurrent, 2, true)]
    [InlineData(MarkingTechnique.Concurrent, 2, false)]
    public void Nothing_is_lost_whatever_marks_and_whether_objects_are_born_black(MarkingTechnique technique, int helpers, bool black)
    {
        var full = 0;
        for (var seed = 1UL; seed <= 6; seed++)
        {
            full += Cycles(Run(technique, helpers, seed, black));
        }

        Assert.InRange(full, 6, 1000);
    }

    [Theory]
    [InlineData(BarrierKind.Yuasa)]
    [InlineData(BarrierKind.Steele)]
    [InlineData(BarrierKind.Hybrid)]
    public void Nothing_is_lost_under_other_barriers_with_black_allocation_off(BarrierKind barrier)
    {
        for (var seed = 1UL; seed <= 12; seed++)
        {
            Assert.True(Cycles(Run(MarkingTechnique.Concurrent, helpers: 2, seed, black: false, barrier: barrier)) > 0);
        }
    }

    [Fact]
    public void A_program_that_allocates_old_objects_only_starts_marking_without_a_scavenge()
    {
        var host = Run(MarkingTechnique.Concurrent, helpers: 2, seed: 1, black: true, oldOfTen: 10);

        Assert.True(host.Count(EventKind.PhaseBegin, (long)CollectionPhase.IncrementalStart) > 0);
        Assert.Equal(0, host.Count(EventKind.CycleBegin, (long)CycleKind.Scavenge));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_several_programs_at_the_limit_one_starts_marking_and_all_go_on(int mutators)
    {
        var starts = 0;
        foreach (var seed in Seeds)
        {
            var host = Run(MarkingTechnique.Concurrent, helpers: 1, seed, black: true, oldOfTen: 9, mutators: mutators);

            Assert.Equal(mutators, host.Record.Count(entry => entry.Kind is EventKind.ProgramEnd));
            starts += host.Count(EventKind.PhaseBegin, (long)CollectionPhase.IncrementalStart);
        }

        Assert.InRange(starts, 12, 1000);
    }

    [Fact]
    public void Born_black_an_object_need_not_be_marked()
    {
        var (black, white) = (Marked(black: true), Marked(black: false));

        Assert.InRange(black, 1, white - 1);

        static long Marked(bool black) => Seeds.Sum(seed => CycleRow
            .ListOf(Run(MarkingTechnique.Incremental, 0, seed, black).Record)
            .Sum(row => row.Numbers.GetValueOrDefault(Statistic.ObjectsMarked)));
    }

    private static IEnumerable<ulong> Seeds => [1, 2, 3, 4, 5, 6];

    private static int Cycles(StepHost host) => host.Count(EventKind.CycleEnd, (long)CycleKind.MarkCompact);

    private static StepHost Run(
        MarkingTechnique technique, int helpers, ulong seed, bool black, int oldOfTen = 7, BarrierKind barrier = default, int mutators = 1)
    {
        var geometry = Scene.Roomy;
        var settings = Scene.Settings(geometry, helpers) with
        {
            InitialOldBytes = 4 * geometry.PageBytes,
            GrowingStepBytes = 0,
            MinimumBytesForMarking = 0,
            Techniques = new Techniques { Marking = technique, BlackAllocation = black, Barrier = barrier },
        };
        var counter = new AccessCounter();
        using var heap = new SharedHeap(geometry, counter);
        heap.New.SetUp(geometry.MinimumSemispacePages);
        var host = new StepHost(heap, counter, slice: 1, seed);
        var inspector = host.Tables.Add(new VerifyingInspector(heap));
        var programs = Enumerable.Range(0, mutators).Select(i => new PretenuringProgram(heap, 2_000 / mutators, seed + (100 * (ulong)i), oldOfTen));
        new World(heap, settings).Build(host, inspector, [.. programs]);
        host.Run();
        return host;
    }
}
