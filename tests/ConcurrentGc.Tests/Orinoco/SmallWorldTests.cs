using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace ConcurrentGc.Tests.Orinoco;

/// <summary>
/// Many small worlds, one step at a time under many schedules: every shared access is counted, every collection verified.
/// </summary>
public sealed class SmallWorldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, 1, 2000)]
    [InlineData(1, 1, 2000)]
    [InlineData(2, 2, 2000)]
    [InlineData(3, 3, 2000)]
    public void Programs_of_a_hundred_operations_keep_their_graphs_under_every_schedule_tried(int helpers, int mutators, int seeds)
    {
        var (steps, collections) = (0L, 0);
        for (var seed = 1UL; seed <= (ulong)seeds; seed++)
        {
            var run = Run(helpers, mutators, seed, schedule: seed);
            (steps, collections) = (steps + run.Steps, collections + run.Cycles.Count);
        }

        output.WriteLine($"{seeds} schedules, {steps} steps, {collections} collections");
        Assert.True(collections > 2 * seeds, $"{collections}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Drawn_heaps_keep_their_pictures_under_every_schedule_tried(int helpers)
    {
        var geometry = Scene.Roomy with { MinimumSemispacePages = 8 };
        var steps = 0L;
        for (var seed = 1UL; seed <= 400; seed++)
        {
            var collections = (seed % 4) switch { 0 => "sssf", 1 => "sfss", 2 => "ffs", _ => "ss" };
            using var scene = Scene.After(RandomPicture.Of(seed, objects: 30), collections, helpers, seed, geometry: geometry);
            steps += scene.Steps;
        }

        output.WriteLine($"400 schedules, {steps} steps");
    }

    [Fact]
    public void One_program_ends_with_the_same_graph_under_two_hundred_schedules()
    {
        var graphs = new HashSet<ReachableGraph>();
        for (var schedule = 1UL; schedule <= 200; schedule++)
        {
            Run(helpers: 2, mutators: 1, seed: 5, schedule, heap => graphs.Add(new ReachabilityOracle(heap).Walk()));
        }

        Assert.Single(graphs);
    }

    private static WorldRun Run(int helpers, int mutators, ulong seed, ulong schedule, Action<SharedHeap>? atEnd = null)
    {
        var geometry = Scene.Roomy with { ReservedPages = 512 };
        var counter = new AccessCounter();
        using var heap = new SharedHeap(geometry, counter);
        heap.New.SetUp(geometry.MinimumSemispacePages);
        var settings = Scene.Settings(geometry, helpers) with
        {
            InitialOldBytes = geometry.PageBytes,
            GrowingStepBytes = geometry.PageBytes,
            MinimumBytesForMarking = 0,
        };
        var run = WorldRun.Of<RandomProgram>(
            WorldHost.Steps,
            heap,
            settings,
            schedule,
            _ => [.. Enumerable.Range(0, mutators).Select(i => new RandomProgram(heap, 100, seed + (ulong)(1000 * i), 14, 25))],
            counter);
        atEnd?.Invoke(heap);
        return run;
    }
}
