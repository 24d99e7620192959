using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Marking;

/// <summary>
/// Random programs that trim arrays and change objects in place while markers, scavengers, compactors and sweepers work, one
/// shared access at a time. Verified in each pause, with the contents of raw objects; a failure names its seed.
/// </summary>
public sealed class LayoutChangesTests
{
    private const int Seeds = 6;

    [Theory]
    [InlineData(MarkingTechnique.Incremental, 0, 1)]
    [InlineData(MarkingTechnique.Concurrent, 1, 1)]
    [InlineData(MarkingTechnique.Concurrent, 2, 1)]
    [InlineData(MarkingTechnique.Concurrent, 2, 3)]
    [InlineData(MarkingTechnique.OnFailure, 2, 1)]
    public void Objects_that_change_in_place_lose_nothing_and_no_raw_word_is_taken_for_a_pointer(MarkingTechnique technique, int helpers, int mutators)
    {
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            Assert.Equal("", Violation(technique, helpers, seed, LayoutDuties.All, mutators));
        }
    }

    [Theory]
    [InlineData(LayoutDuties.PageLock)]
    [InlineData(LayoutDuties.InvalidatedToNew)]
    [InlineData(LayoutDuties.ClearedSlots)]
    public void Control_a_duty_that_is_left_out_is_caught(LayoutDuties omitted)
    {
        var duties = LayoutDuties.All & ~omitted;

        Assert.Contains(
            Enumerable.Range(1, 300).Select(seed => Violation(MarkingTechnique.Concurrent, helpers: 2, (ulong)seed, duties)),
            message => message.Length > 0);
    }

    private static string Violation(MarkingTechnique technique, int helpers, ulong seed, LayoutDuties duties, int mutators = 1)
    {
        try
        {
            Run(technique, helpers, seed, duties, mutators);
            return "";
        }
        catch (Exception failure) when (failure is CheckFailedException or InvalidOperationException)
        {
            return $"seed {seed}: {failure.Message}";
        }
    }

    private static void Run(MarkingTechnique technique, int helpers, ulong seed, LayoutDuties duties, int mutators)
    {
        var geometry = Scene.Roomy;
        var settings = Scene.Settings(geometry, helpers) with
        {
            InitialOldBytes = 4 * geometry.PageBytes,
            GrowingStepBytes = 0,
            MinimumBytesForMarking = 0,
            Techniques = new Techniques { Marking = technique, Barrier = BarrierKind.DijkstraStoreShade },
        };
        var counter = new AccessCounter();
        using var heap = new SharedHeap(geometry, counter);
        heap.New.SetUp(geometry.MinimumSemispacePages);
        var host = new StepHost(heap, counter, slice: 1, seed);
        var inspector = host.Tables.Add(new VerifyingInspector(heap));
        var programs = Enumerable.Range(0, mutators)
            .Select(i => new RandomProgram(
                heap, 20_000 / mutators, seed + (ulong)i, RandomMix.Changes, new RandomSizes(12, 40, ShelfWords: 40), duties: duties))
            .ToList();
        new World(heap, settings).Build(host, inspector, programs);
        host.Run();
    }
}
