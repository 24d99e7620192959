using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>
/// What V8 does near the maximum of the old generation. Tiny pages: 512 bytes, a new space of 1,024 unless said otherwise.
/// </summary>
public sealed class NearLimitTests
{
    [Theory]
    [InlineData(1024, CycleKind.Scavenge)]
    [InlineData(1023, CycleKind.MarkCompact)]
    public void A_scavenge_needs_room_for_a_whole_new_space(long maximum, CycleKind kind) =>
        Assert.Equal(kind, Run("root -> a; a young 3", "s", maximum, helpers: 0).Cycles.Single().Kind);

    [Theory]
    [InlineData(1024 + 520, CycleKind.Scavenge)]
    [InlineData(1024 + 519, CycleKind.MarkCompact)]
    public void It_needs_room_for_the_young_large_objects_too(long maximum, CycleKind kind) =>
        Assert.Equal(kind, Run("root -> a; a new-large 64; b young", "s", maximum, helpers: 0).Cycles.Single().Kind);

    [Theory]
    [InlineData(1024 + (3 * 512), 3)]
    [InlineData(1024 + (3 * 512) - 1, 1)]
    public void Scavengers_are_several_when_each_could_have_a_page_of_its_own(long maximum, int tasks)
    {
        var run = Run("root -> a; a young 3", "s", maximum, helpers: 2);

        Assert.Equal(tasks, run.Cycles.Single()[Statistic.Tasks]);
    }

    [Theory]
    [InlineData(4096 + (3 * 512), 2)]
    [InlineData(4096 + (3 * 512) - 1, 1)]
    public void Compactors_are_several_when_each_could_have_a_page_of_its_own(long maximum, int tasks)
    {
        var full = string.Join("; ", Enumerable.Range(0, 16).Select(i => $"root -> n{i}; n{i} young 31"));

        var run = Run(full, "f", maximum, helpers: 2, semispacePages: 8);

        // The collector's own entry and one of each compactor on a helper.
        Assert.Equal(tasks, run.Record.Count(
            entry => entry is { Kind: EventKind.PhaseBegin, Subject: (long)CollectionPhase.EvacuateCopy }));
    }

    [Fact]
    public void A_scavenge_that_makes_the_old_generation_larger_than_allowed_ends_the_run()
    {
        // 992 bytes that lie on two young pages take three old ones in the order in which they are reached.
        const string picture = "a intermediate 31; b intermediate 31; c intermediate 19; d intermediate 19; e intermediate 19; "
            + "root -> c; root -> a; root -> d; root -> b; root -> e";

        var run = Run(picture, "s", maximum: 1024, helpers: 0);

        Assert.True(run.IsOutOfMemory);
        Assert.Equal(CycleKind.Scavenge, run.Cycles.Single().Kind);
        Assert.Equal(3 * 512, run.Cycles.Single()[Statistic.OldCommitted]);
    }

    [Theory]
    [InlineData("s")]
    [InlineData("f")]
    public void Either_collection_notes_how_much_of_the_young_generation_survived(string collection)
    {
        using var scene = Scene.After("root -> a; a young 3; b young 3", collection);

        Assert.Equal(50_00, scene.Cycles[0][Statistic.AverageSurvivalRatio]);
    }

    private static WorldRun Run(string picture, string collections, long maximum, int helpers, int semispacePages = 2)
    {
        var geometry = Scene.Roomy with { ScavengerTaskBytes = 128, MinimumSemispacePages = semispacePages };
        var counter = new AccessCounter();
        using var drawn = DrawnHeap.Draw(picture, geometry, counter);
        var settings = Scene.Settings(geometry, helpers) with { MaximumOldBytes = maximum };
        var run = WorldRun.Of<ScriptedProgram>(
            WorldHost.Steps, drawn.Heap, settings, seed: 1, tables => [new ScriptedProgram(tables.Add((Script)collections))], counter);
        Assert.Empty(new HeapVerifier(drawn.Heap).Verify());
        return run;
    }
}
