using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

public sealed class OutOfMemoryTests
{
    private const int MaximumOldPages = 24;

    [Theory]
    [InlineData(32, 0, 0)]
    [InlineData(32, 3, 0)]
    [InlineData(64, 2, 2)]
    [InlineData(136, 0, 2)]
    [InlineData(248, 1, 3)]
    [InlineData(256, 0, 1)]
    [InlineData(264, 0, 2)]
    [InlineData(2000, 1, 1)]
    public void A_live_set_over_the_maximum_ends_the_run_with_a_heap_that_still_verifies(long nodeBytes, int garbage, int helpers)
    {
        for (var seed = 1UL; seed <= 10; seed++)
        {
            var (run, violations, committed) = Grow(WorldHost.Steps, helpers, seed, nodeBytes, garbage, mutators: 1);

            Assert.True(run.IsOutOfMemory);
            Assert.Equal(CycleKind.MarkCompact, run.Cycles[^1].Kind);
            Assert.Empty(violations);

            // Not too early: nearly all of the maximum is used. Not too late: one more new space at most.
            Assert.InRange(committed, (MaximumOldPages - 8) * 512, (MaximumOldPages + 24) * 512);
        }
    }

    [Theory]
    [InlineData(WorldHost.Virtual)]
    [InlineData(WorldHost.Threads)]
    public void It_is_an_outcome_of_the_run_on_every_host(WorldHost host)
    {
        var (run, violations, _) = Grow(host, helpers: 2, seed: 1, nodeBytes: 64, garbage: 1, mutators: 1);

        Assert.Equal(1, run.CountOf(EventKind.OutOfMemory));
        Assert.Empty(violations);
    }

    [Fact]
    public void Every_mutator_hears_of_it()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var (run, violations, _) = Grow(WorldHost.Steps, helpers: 1, seed, nodeBytes: 48, garbage: 1, mutators: 3);

            Assert.Equal(3, run.CountOf(EventKind.OutOfMemory));
            Assert.Empty(violations);
        }
    }

    [Fact]
    public void An_object_that_cannot_fit_anywhere_costs_two_scavenges_and_a_last_resort()
    {
        var (run, violations, _) = Grow(WorldHost.Steps, helpers: 1, seed: 1, nodeBytes: 2 << 20, garbage: 0, mutators: 1);

        Assert.True(run.IsOutOfMemory);
        Assert.Equal([CycleKind.Scavenge, CycleKind.Scavenge, CycleKind.MarkCompact], run.Cycles.Select(cycle => cycle.Kind));
        Assert.Equal(CollectionCause.LastResort, run.Cycles[^1].Cause);
        Assert.Equal(2 << 20, run.Record.Single(entry => entry.Kind == EventKind.OutOfMemory).Value);
        Assert.Empty(violations);
    }

    [Fact]
    public void A_last_resort_as_in_V8_is_two_full_collections_in_a_row_that_reduce_memory()
    {
        var counter = new AccessCounter();
        using var heap = new SharedHeap(Scene.Roomy, counter);
        heap.New.SetUp(Scene.Roomy.MinimumSemispacePages);

        var run = WorldRun.Of<GrowingProgram>(
            WorldHost.Steps,
            heap,
            Scene.Settings(Scene.Roomy, helpers: 1) with { LastResorts = new WorldSettings().LastResorts },
            seed: 1,
            _ => [new GrowingProgram(heap, 2 << 20)],
            counter);

        Assert.True(run.IsOutOfMemory);
        var resorts = run.Cycles.Where(cycle => cycle.Kind == CycleKind.MarkCompact).ToList();
        Assert.Equal(2, resorts.Count);
        Assert.All(resorts, cycle => Assert.Equal(
            (CollectionCause.LastResort, 1), (cycle.Cause, cycle[Statistic.ReducesMemory])));
    }

    [Fact]
    public void Several_mutators_whose_objects_cannot_fit_end_too()
    {
        for (var seed = 1UL; seed <= 50; seed++)
        {
            var (run, _, _) = Grow(WorldHost.Steps, helpers: 0, seed, nodeBytes: 2 << 20, garbage: 0, mutators: 3);

            Assert.Equal(3, run.CountOf(EventKind.OutOfMemory));
            Assert.True(run.Cycles.Count < 12, $"seed {seed}: {run.Cycles.Count} collections");
        }
    }

    [Theory]
    [InlineData(WorldHost.Steps)]
    [InlineData(WorldHost.Bulk)]
    [InlineData(WorldHost.Virtual)]
    public void An_object_that_cannot_fit_ends_the_run_although_other_programs_go_on_and_on(WorldHost host)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var (run, _, _) = Grow(
                host, helpers: 0, seed, heap => [new(heap, 64, 9000, length: 2), new(heap, 2 << 20), new(heap, 48, 9000, length: 2)]);

            Assert.Equal(3, run.CountOf(EventKind.OutOfMemory));
            Assert.True(run.Cycles.Count < 60, $"seed {seed}: {run.Cycles.Count} collections");
        }
    }

    [Theory]
    [InlineData(WorldHost.Steps, 64)]
    [InlineData(WorldHost.Bulk, 64)]
    [InlineData(WorldHost.Bulk, 264)]
    [InlineData(WorldHost.Bulk, 2000)]
    [InlineData(WorldHost.Virtual, 64)]
    [InlineData(WorldHost.Threads, 264)]
    public void Room_that_other_programs_took_first_is_no_attempt_that_failed(WorldHost host, long bytes)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var counter = host == WorldHost.Steps ? new AccessCounter() : null;
            using var heap = new SharedHeap(Scene.Roomy, counter);
            heap.New.SetUp(2);

            var run = WorldRun.Of<TickingProgram>(
                host, heap, Scene.Settings(Scene.Roomy, helpers: 0), seed, _ => [.. Enumerable.Repeat(new TickingProgram(100, bytes), 8)], counter);

            Assert.False(run.IsOutOfMemory, $"seed {seed}");
        }
    }

    [Fact]
    public void A_last_resort_that_makes_room_lets_the_program_go_on()
    {
        // Dead old large objects fill the range of pages; scavenges do not free them.
        var geometry = Geometry.Tiny with { SideBytes = 1 << 20 };
        var counter = new AccessCounter();
        using var drawn = DrawnHeap.Draw(
            "root -> a; " + string.Join("; ", Enumerable.Range(0, 30).Select(i => $"n{i} large 250")), geometry, counter);
        var settings = Scene.Settings(geometry, helpers: 0) with { MaximumOldBytes = 1 << 20 };

        var run = WorldRun.Of<GrowingProgram>(
            WorldHost.Steps, drawn.Heap, settings, seed: 1, _ => [new GrowingProgram(drawn.Heap, 4096, length: 1)], counter);

        Assert.False(run.IsOutOfMemory);
        Assert.Equal(CollectionCause.LastResort, Assert.Single(run.Cycles, cycle => cycle.Kind == CycleKind.MarkCompact).Cause);
    }

    private static (WorldRun Run, IReadOnlyList<HeapViolation> Violations, long Committed) Grow(
        WorldHost host, int helpers, ulong seed, long nodeBytes, int garbage, int mutators) =>
        Grow(host, helpers, seed, heap => [.. Enumerable.Range(0, mutators).Select(_ => new GrowingProgram(heap, nodeBytes, garbage))]);

    private static (WorldRun Run, IReadOnlyList<HeapViolation> Violations, long Committed) Grow(
        WorldHost host, int helpers, ulong seed, Func<SharedHeap, IReadOnlyList<GrowingProgram>> programs)
    {
        var geometry = Scene.Roomy;
        var counter = host == WorldHost.Steps ? new AccessCounter() : null;
        using var heap = new SharedHeap(geometry, counter);
        heap.New.SetUp(geometry.MinimumSemispacePages);
        var settings = Scene.Settings(geometry, helpers) with { MaximumOldBytes = MaximumOldPages * geometry.PageBytes };
        var run = WorldRun.Of(host, heap, settings, seed, _ => programs(heap), counter);
        return (run, [.. new HeapVerifier(heap).Verify()], heap.Old.CommittedBytes + heap.Large.State.CommittedBytes);
    }
}
