using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace ConcurrentGc.Tests.Orinoco.Sweeping;

/// <summary>
/// Random programs whose heap is swept all the time: full collections follow each other closely, and scavenges and the
/// program's own work fall between the steps of the sweepers.
/// </summary>
public sealed class SweepingWorldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public void Sweepers_program_and_scavengers_keep_the_heap_whole_under_every_schedule_tried(int helpers, int mutators)
    {
        var (stopped, completed, collections) = (0, 0, 0);
        for (var seed = 1UL; seed <= 150; seed++)
        {
            var run = Run(helpers, mutators, seed);
            var pauses = run.Record.Where(entry => entry.Kind == EventKind.PauseBegin).ToDictionary(entry => entry.Epoch, entry => entry.Time);
            stopped += run.Record.Count(entry => entry is { Kind: EventKind.PhaseEnd, Subject: (long)CollectionPhase.Sweep, Actor: not 0 }
                && pauses.TryGetValue(entry.Epoch + 1, out var next) && entry.Time > next);
            completed += run.Record.Count(entry => entry is { Kind: EventKind.PhaseEnd, Subject: (long)CollectionPhase.CompleteSweeping });
            collections += run.Cycles.Count;
        }

        output.WriteLine($"{collections} collections, {completed} completed sweeping, {stopped} sweepers were stopped in a pause");
        Assert.True(completed > 150, $"{completed}");
        Assert.True(helpers == 0 || stopped > 20, $"{stopped}");
    }

    private static WorldRun Run(int helpers, int mutators, ulong seed)
    {
        var geometry = Scene.Roomy with { ReservedPages = 512, ScavengerTaskBytes = 128 };
        var counter = new AccessCounter();
        using var heap = new SharedHeap(geometry, counter);
        heap.New.SetUp(geometry.MinimumSemispacePages);
        var settings = Scene.Settings(geometry, helpers) with { CollectionInterval = 12, ForcedFullEvery = 2 };
        return WorldRun.Of<RandomProgram>(
            WorldHost.Steps,
            heap,
            settings,
            seed,
            _ => [.. Enumerable.Range(0, mutators).Select(i => new RandomProgram(heap, 300, seed + (ulong)(1000 * i), 14, 60))],
            counter);
    }
}
