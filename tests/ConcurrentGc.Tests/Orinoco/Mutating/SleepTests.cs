using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Mutating;

/// <summary>Programs that wait for the time to come.</summary>
public sealed class SleepTests
{
    private const int Mutators = 3;

    [Theory]
    [InlineData(WorldHost.Steps, 20)]
    [InlineData(WorldHost.Bulk, 20)]
    [InlineData(WorldHost.Virtual, 1)]
    [InlineData(WorldHost.Threads, 3)]
    public void Programs_that_sleep_are_stopped_meanwhile_and_wake_when_their_time_has_come(WorldHost host, int seeds)
    {
        for (var seed = 1UL; seed <= (ulong)seeds; seed++)
        {
            var run = Run(host, seed, rounds: 5, nanoseconds: host == WorldHost.Threads ? 300_000 : 1_000);

            Assert.True(run.Cycles.Count > 5, $"Seed {seed}: {run.Cycles.Count} collections.");
            Assert.Equal(Mutators, run.CountOf(EventKind.ProgramEnd));
        }
    }

    [Fact]
    public void A_collection_while_a_program_sleeps_does_not_wait_for_it_and_is_no_idle_time()
    {
        const long long_sleep = 1_000_000_000;

        var run = Run(WorldHost.Virtual, 1, rounds: 2, long_sleep);

        var lengths = run.Record.Where(entry => entry.Kind == EventKind.Idle).GroupBy(entry => entry.Actor).Select(idle => idle.Sum(entry => entry.Value)).ToList();
        var pauses = run.Record.Where(entry => entry.Kind == EventKind.PauseEnd).Sum(entry => entry.Time)
            - run.Record.Where(entry => entry.Kind == EventKind.PauseBegin).Sum(entry => entry.Time);
        Assert.Equal(Mutators, lengths.Count);
        Assert.All(lengths, length => Assert.InRange(length, long_sleep - pauses, long_sleep));
        Assert.Contains(lengths, length => length < long_sleep);
        Assert.True(run.Record[^1].Time < 2 * long_sleep, "A stop waited for a sleeper.");
    }

    private static WorldRun Run(WorldHost host, ulong seed, int rounds, long nanoseconds)
    {
        var settings = new WorldSettings
        {
            Geometry = Geometry.Tiny,
            Helpers = 1,
            InitialSemispaceBytes = 2 * Geometry.Tiny.PageBytes,
            MaximumSemispaceBytes = 2 * Geometry.Tiny.PageBytes,
            VerifyHeap = true,
        };
        using var heap = World.CreateHeap(settings);
        return WorldRun.Of<SleepingProgram>(
            host, heap, settings, seed, _ => [.. Enumerable.Range(1, Mutators).Select(i => new SleepingProgram(rounds, 40 * i, nanoseconds))]);
    }
}
