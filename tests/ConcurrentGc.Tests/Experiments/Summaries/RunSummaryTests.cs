using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Summaries;

public sealed class RunSummaryTests
{
    private static readonly RunSummary _summary = Summarize("gcbench.ss1");

    [Fact]
    public void Cycles_are_counted_by_kind()
    {
        Assert.Equal([CycleKind.Scavenge, CycleKind.MarkCompact], _summary.Kinds.Select(kind => kind.Kind));
        Assert.Equal([1253, 6], _summary.Kinds.Select(kind => kind.Pauses.Count));
        Assert.Equal(402614280, _summary.Kinds.Sum(kind => kind.Copied));
        Assert.Equal(352068056, _summary.Kinds.Sum(kind => kind.Promoted));
        Assert.Equal(113288168, _summary.Peak);
    }

    [Fact]
    public void The_program_has_the_time_that_the_pauses_leave()
    {
        Assert.Equal(_summary.Result.VirtualNanoseconds, _summary.MutatorNanoseconds + _summary.All.Total);
    }

    [Fact]
    public void Phases_that_did_not_run_are_left_out()
    {
        Assert.Equal(
            [
                (CycleKind.Scavenge, CollectionPhase.Scavenge),
                (CycleKind.Scavenge, CollectionPhase.ScavengeParallel),
                (CycleKind.MarkCompact, CollectionPhase.Mark),
                (CycleKind.MarkCompact, CollectionPhase.MarkFullClosureParallel),
            ],
            _summary.Phases.Select(share => (share.Kind, share.Phase)));
        Assert.Equal(1253 * 350_000L, _summary.Phases[1].BackgroundNanoseconds);
    }

    [Fact]
    public void A_run_without_collections_has_a_summary_too()
    {
        var summary = RunSummary.Of([], new RunResult(ProgramOutcome.Completed, 0, "", [], 5, new RunCounts(7)), 9);

        Assert.Empty(summary.Kinds);
        Assert.Equal((5, 7, 0), (summary.MutatorNanoseconds, summary.Allocated, summary.Peak));
    }

    private static RunSummary Summarize(string name)
    {
        var table = new CollectionTable();
        RecordedRun.Write(GoldTables.Read(name), table);
        return RunSummary.Of(
            table.Rows,
            new RunResult(ProgramOutcome.Completed, 0, "", [], table.LastTime + 1000, new RunCounts()),
            1);
    }
}
