using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Sweeping;

public sealed class ConcurrentSweepingTests
{
    private const int Ticks = 1500;
    private const int Collector = 0;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Helpers_sweep_every_page_while_the_program_runs(int helpers)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            IReadOnlyList<SweepState> states = [];

            using var scene = Scene.After(
                SparsePages.Draw(8), _ => SparsePages.CollectThenTick(Ticks, heap => states = SparsePages.States(heap)), helpers, seed);

            Assert.Equal(Enumerable.Repeat(SweepState.Swept, 8), states);
            Assert.True(Starts(scene).Min(start => start.Time) > scene.Record.Single(IsPauseEnd).Time);
        }
    }

    [Theory]
    [InlineData(1, 4, 1)]
    [InlineData(3, 4, 2)]
    [InlineData(8, 2, 2)]
    [InlineData(20, 8, 4)]
    public void There_is_a_sweeper_for_every_two_pages_and_four_at_most(int pages, int helpers, int sweepers)
    {
        var geometry = Scene.Roomy with { SideBytes = 1 << 22 };

        using var scene = Scene.After(SparsePages.Draw(pages), _ => SparsePages.CollectThenTick(1), helpers, geometry: geometry);

        Assert.Equal(sweepers, Starts(scene).Count());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, false)]
    public void Without_sweepers_beside_the_program_pages_stay_as_they_are(int helpers, bool isConcurrent)
    {
        IReadOnlyList<SweepState> states = [];

        using var scene = Scene.After(
            SparsePages.Draw(3),
            _ => SparsePages.CollectThenTick(200, heap => states = SparsePages.States(heap)),
            helpers,
            change: settings => settings with { ConcurrentSweeping = isConcurrent });

        Assert.Equal(Enumerable.Repeat(SweepState.Pending, 3), states);
        Assert.Empty(Starts(scene));
    }

    [Fact]
    public void A_scavenge_after_the_sweepers_ran_out_of_work_links_what_they_swept()
    {
        using var scene = Scene.After(SparsePages.Draw(4), _ => SparsePages.CollectThenTick(Ticks).Collect("s"), helpers: 2);

        Assert.Contains(scene.Record, entry => IsCompletion(entry) && entry.Epoch == 2);
        Assert.All(SparsePages.States(scene.Heap), state => Assert.Equal(SweepState.Done, state));
        Assert.False(scene.Heap.Sweeping.IsUnderWay);
        Assert.Equal(4 * 496, scene.Heap.Old.HoleBytes());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_full_collection_begins_when_every_page_is_swept_and_linked(int helpers)
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            using var scene = Scene.After(SparsePages.Draw(4), "ff", helpers, seed);

            var order = scene.Record
                .Where(entry => entry.Epoch == 2 && (entry.Kind is EventKind.PauseBegin or EventKind.CycleBegin || IsCompletion(entry)))
                .Select(entry => entry.Kind);
            Assert.Equal([EventKind.PauseBegin, EventKind.PhaseEnd, EventKind.CycleBegin], order);
            Assert.Equal(4 * 496, scene.Cycles[1][Statistic.HolesBefore]);
        }
    }

    [Fact]
    public void Pauses_wait_for_sweepers_behind_their_pages_and_scavenges_let_them_go_on()
    {
        var (stops, resumptions) = (0, 0);
        for (var seed = 1UL; seed <= 40; seed++)
        {
            using var scene = Scene.After(SparsePages.Draw(20), _ => new Script().Collect("fs").Do(_ => { }).Collect("s"), helpers: 2, seed);

            var pause = scene.Record.First(entry => entry is { Kind: EventKind.PauseBegin, Epoch: 2 }).Time;
            stops += scene.Record.Count(entry => IsSweepOfHelper(entry, EventKind.PhaseEnd) && entry.Time > pause);
            resumptions += Starts(scene).Count(start => start.Time > pause);
        }

        Assert.True(stops > 40, $"{stops} stops");
        Assert.True(resumptions > 40, $"{resumptions} resumptions");
    }

    private static IEnumerable<RecordEntry> Starts(Scene scene) =>
        scene.Record.Where(entry => IsSweepOfHelper(entry, EventKind.PhaseBegin));

    private static bool IsSweepOfHelper(in RecordEntry entry, EventKind kind) =>
        entry.Kind == kind && entry.Subject == (long)CollectionPhase.Sweep && entry.Actor != Collector;

    private static bool IsCompletion(RecordEntry entry) =>
        entry is { Kind: EventKind.PhaseEnd, Subject: (long)CollectionPhase.CompleteSweeping };

    private static bool IsPauseEnd(RecordEntry entry) => entry.Kind == EventKind.PauseEnd;
}
