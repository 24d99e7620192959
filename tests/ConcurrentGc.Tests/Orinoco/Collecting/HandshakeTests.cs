using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

public sealed class HandshakeTests
{
    [Fact]
    public void No_program_runs_while_the_world_stands()
    {
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var run = Run(WorldHost.Steps, helpers: 1, seed, 40, 50, 60);

            AssertNobodyRunsInPauses(run);
        }
    }

    [Theory]
    [InlineData(WorldHost.Virtual)]
    [InlineData(WorldHost.Threads)]
    public void No_program_runs_while_the_world_stands_on_actors_either(WorldHost host) =>
        AssertNobodyRunsInPauses(Run(host, helpers: 2, seed: 1, 4000, 5000, 6000));

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    public void As_many_programs_as_a_world_can_have_stand_in_every_pause(int programs)
    {
        var run = Run(WorldHost.Steps, helpers: 1, seed: 1, [.. Enumerable.Range(20, programs)]);

        AssertNobodyRunsInPauses(run);
        Assert.Equal(programs, run.CountOf(EventKind.ProgramEnd));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void A_world_refuses_more_programs_than_it_can_have(int programs)
    {
        using var heap = new SharedHeap(Scene.Roomy);
        var host = new StepHost(heap, new AccessCounter(), slice: 1, seed: 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => new World(heap, Scene.Settings(Scene.Roomy, helpers: 0))
            .Build(host, inspectorTable: 0, [.. Enumerable.Repeat(new TickingProgram(1, bytes: 64), programs)]));
    }

    [Fact]
    public void A_program_that_ends_while_it_is_told_to_stop_does_not_hang_the_world()
    {
        // Lengths around the number of objects that fill new space: ends and stops cross in many orders.
        var crossed = 0;
        for (var seed = 1UL; seed <= 2000; seed++)
        {
            var random = new SeededRandom(seed);
            var run = Run(WorldHost.Steps, helpers: 0, seed, 10 + random.Next(30), 10 + random.Next(30), 10 + random.Next(30), 1);

            Assert.Equal(4, run.CountOf(EventKind.ProgramEnd));
            Assert.Equal(run.CountOf(EventKind.PauseBegin), run.CountOf(EventKind.PauseEnd));
            crossed += EndsThatCrossAStop(run.Record);
        }

        Assert.True(crossed > 50, $"only {crossed} programs ended while a stop was on its way");
    }

    [Fact]
    public void Several_programs_that_run_out_of_room_at_once_are_served_by_one_collection()
    {
        for (var seed = 1UL; seed <= 500; seed++)
        {
            var run = Run(WorldHost.Steps, helpers: 0, seed, 100, 100);

            // 200 objects of 64 bytes in a new space of 1024: a collection for every 16 of them and no more.
            Assert.InRange(run.Cycles.Count, 11, 13);
        }
    }

    [Fact]
    public void Of_two_requests_the_one_that_was_made_more_often_decides()
    {
        using var heap = new SharedHeap(Scene.Roomy);
        heap.New.SetUp(2);
        var host = new StepHost(heap, new AccessCounter(), slice: 1, seed: 1);
        var script = host.Tables.Add((Script)string.Empty);
        new World(heap, Scene.Settings(Scene.Roomy, helpers: 0) with { VerifyHeap = false })
            .Build(host, inspectorTable: 0, new ScriptedProgram(script), new ScriptedProgram(script));
        var collector = new Address<CollectorMessage>(0);
        host.Post(collector, new CollectorMessage(CollectorVerb.AllocationFailed, Epoch: 3, Sender: 0));
        host.Post(collector, new CollectorMessage(CollectorVerb.AllocationFailed, Epoch: 1, Sender: 1));

        host.Run();

        Assert.Equal(CollectionCause.LastResort, Assert.Single(CycleRow.ListOf(host.Record)).Cause);
    }

    /// <summary>
    /// Programs that ended after another one had asked for room and before the collector heard of either: the last entry
    /// before the collector begins to stop the world is an end, so the one that asked had run before that.
    /// </summary>
    private static int EndsThatCrossAStop(IReadOnlyList<RecordEntry> record) =>
        record.Zip(record.Skip(1)).Count(pair => pair is
        {
            First.Kind: EventKind.ProgramEnd,
            Second: { Kind: EventKind.PhaseBegin, Subject: (long)CollectionPhase.TimeToSafepoint },
        });

    private static void AssertNobodyRunsInPauses(WorldRun run)
    {
        var isPause = false;
        foreach (var entry in run.Record)
        {
            isPause = entry.Kind == EventKind.PauseBegin || (isPause && entry.Kind != EventKind.PauseEnd);
            Assert.False(isPause && entry.Kind == TickingProgram.Tick, $"mutator {entry.Subject} ran at {entry.Time}");
        }

        Assert.True(run.CountOf(EventKind.PauseBegin) > 3);
    }

    private static WorldRun Run(WorldHost host, int helpers, ulong seed, params IReadOnlyList<int> operations)
    {
        var geometry = Scene.Roomy;
        var counter = host == WorldHost.Steps ? new AccessCounter() : null;
        using var heap = new SharedHeap(geometry, counter);
        heap.New.SetUp(geometry.MinimumSemispacePages);
        return WorldRun.Of<TickingProgram>(
            host,
            heap,
            Scene.Settings(geometry, helpers),
            seed,
            _ => [.. operations.Select(each => new TickingProgram(each, bytes: 64))],
            counter);
    }
}
