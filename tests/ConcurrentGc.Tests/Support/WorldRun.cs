using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Actors;
using Xunit;

namespace ConcurrentGc.Tests.Support;

/// <summary>A world that ran to its end: its record, and how many steps it took where steps are counted.</summary>
internal sealed record WorldRun(IReadOnlyList<RecordEntry> Record, long Steps)
{
    public IReadOnlyList<CycleRow> Cycles { get; } = CycleRow.ListOf(Record);

    /// <summary>What the roles paid for, by kind of work, where that is counted.</summary>
    public IReadOnlyList<long> Paid { get; private init; } = [];

    /// <summary>Shared accesses to the watched word.</summary>
    public int WatchedAccesses { get; private init; }

    public bool IsOutOfMemory => Record.Any(entry => entry.Kind == EventKind.OutOfMemory);

    /// <summary>A nanosecond a unit of work; a millisecond for an object that is marked.</summary>
    private static MachinePrices SlowMarking { get; } = new(
        [.. Enum.GetValues<Work>().Select(work => work == Work.MarkObject ? 1_000_000_000L : 1000L)],
        SliceObjects: 256,
        SliceNanoseconds: 20_000);

    public int CountOf(EventKind kind) => Record.Count(entry => entry.Kind == kind);

    /// <summary>
    /// Runs programs over a heap. Fails unless each program ends or finds the heap full. With
    /// <paramref name="counter"/> the heap counts its accesses, those of the word <paramref name="watched"/> by themselves:
    /// for <see cref="WorldHost.Steps"/> only.
    /// </summary>
    public static WorldRun Of<TProgram>(
        WorldHost host,
        SharedHeap heap,
        WorldSettings settings,
        ulong seed,
        Func<WorldTables, IReadOnlyList<TProgram>> programs,
        AccessCounter? counter = null,
        long watched = 0)
        where TProgram : unmanaged, IProgram
    {
        if (host is WorldHost.Virtual or WorldHost.Threads)
        {
            return OnAkka(host, heap, settings, programs);
        }

        var steps = new StepHost(heap, counter ?? new AccessCounter(), host == WorldHost.Steps ? 1 : 256, seed) { Watched = watched };
        var inspector = steps.Tables.Add(new VerifyingInspector(heap));
        var all = programs(steps.Tables);
        new World(heap, settings).Build(steps, inspector, all);
        steps.Run();
        var run = new WorldRun(steps.Record, steps.Steps) { Paid = steps.Paid, WatchedAccesses = steps.WatchedAccesses };
        Assert.Equal(all.Count, run.CountOf(EventKind.ProgramEnd) + run.CountOf(EventKind.OutOfMemory));
        return run;
    }

    private static WorldRun OnAkka<TProgram>(
        WorldHost host, SharedHeap heap, WorldSettings settings, Func<WorldTables, IReadOnlyList<TProgram>> programs)
        where TProgram : unmanaged, IProgram
    {
        var tables = new WorldTables();
        var inspector = tables.Add(new VerifyingInspector(heap));
        var all = programs(tables);
        var record = new RecordList();
        var hosting = Hosts.Settings(host == WorldHost.Virtual ? HostRuntime.Virtual : HostRuntime.Threads, settings.Helpers)
            with
        { Programs = all.Count, ThreadSlice = 64, Prices = SlowMarking };
        using var akka = new AkkaHost(hosting, heap, tables, record);
        new World(heap, settings).Build(akka, inspector, all);
        var outcome = akka.Run();
        Assert.True(outcome.End == RunEnd.Finished, outcome.Failure?.Describe() ?? outcome.Actors);
        return new WorldRun(record.Entries, outcome.Messages);
    }
}
