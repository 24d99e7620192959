using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Collections;

public sealed class CollectionTableTests
{
    private readonly CollectionTable _table = new();

    [Fact]
    public void A_cycle_is_a_row_once_it_has_ended_and_the_mutators_run()
    {
        Add(100, EventKind.CycleBegin, (long)CycleKind.Scavenge, (long)CollectionCause.AllocationFailure);
        Add(120, EventKind.PauseBegin);
        Add(170, EventKind.CycleEnd, (long)CycleKind.Scavenge);
        Assert.Empty(_table.Rows);

        Add(180, EventKind.PauseEnd);

        var row = Assert.Single(_table.Rows);
        Assert.Equal((100, 170), (row.StartTime, row.EndTime));
        Assert.Equal((120, 180, 60), (row.PauseStart, row.PauseEnd, row.Pause));
        Assert.Equal((CycleKind.Scavenge, CollectionCause.AllocationFailure), (row.Kind, row.Cause));
        Assert.Equal(120, row.Mutator);
    }

    [Fact]
    public void A_pause_may_begin_before_its_cycle()
    {
        Add(90, EventKind.PauseBegin);
        Add(100, EventKind.CycleBegin, (long)CycleKind.MarkCompact);
        Add(150, EventKind.CycleEnd, (long)CycleKind.MarkCompact);
        Add(150, EventKind.PauseEnd);

        Assert.Equal(60, Assert.Single(_table.Rows).Pause);
    }

    [Fact]
    public void Two_pauses_of_a_cycle_are_summed()
    {
        Add(0, EventKind.CycleBegin, (long)CycleKind.MarkCompact);
        Add(10, EventKind.PauseBegin);
        Add(20, EventKind.PauseEnd);
        Add(50, EventKind.PauseBegin);
        Add(65, EventKind.PauseEnd);
        Add(65, EventKind.CycleEnd, (long)CycleKind.MarkCompact);

        Assert.Equal((10, 65, 25), (_table.Rows[0].PauseStart, _table.Rows[0].PauseEnd, _table.Rows[0].Pause));
    }

    [Fact]
    public void Phases_of_the_actor_that_began_the_cycle_are_apart_from_those_of_others()
    {
        Add(0, EventKind.CycleBegin, (long)CycleKind.Scavenge);
        Add(0, EventKind.PhaseBegin, (long)CollectionPhase.ScavengeParallel);
        Add(1, EventKind.PhaseBegin, (long)CollectionPhase.ScavengeParallel, actor: 5);
        Add(2, EventKind.PhaseBegin, (long)CollectionPhase.ScavengeParallel, actor: 6);
        Add(5, EventKind.PhaseEnd, (long)CollectionPhase.ScavengeParallel, actor: 5);
        Add(7, EventKind.PhaseEnd, (long)CollectionPhase.ScavengeParallel, actor: 6);
        Add(9, EventKind.PhaseEnd, (long)CollectionPhase.ScavengeParallel);
        Add(9, EventKind.CycleEnd, (long)CycleKind.Scavenge);

        Assert.Equal(9, _table.Rows[0].Phases[CollectionPhase.ScavengeParallel]);
        Assert.Equal(9, _table.Rows[0].BackgroundPhases[CollectionPhase.ScavengeParallel]);
    }

    [Fact]
    public void What_lies_in_the_pauses_of_the_cycle_is_apart_from_what_is_beside()
    {
        Add(0, EventKind.CycleBegin, (long)CycleKind.MarkCompact);
        Add(1, EventKind.PhaseBegin, (long)CollectionPhase.CompleteSweeping);
        Add(4, EventKind.PhaseEnd, (long)CollectionPhase.CompleteSweeping);
        Add(8, EventKind.PhaseBegin, (long)CollectionPhase.Mark);
        Add(10, EventKind.PauseBegin);
        Add(11, EventKind.PhaseBegin, (long)CollectionPhase.Sweep);
        Add(15, EventKind.PhaseEnd, (long)CollectionPhase.Mark);
        Add(20, EventKind.PauseEnd);
        Add(20, EventKind.CycleEnd, (long)CycleKind.MarkCompact);
        Add(22, EventKind.PhaseEnd, (long)CollectionPhase.Sweep);

        var row = _table.Rows[0];
        Assert.Equal((3, 0), (row.Phases[CollectionPhase.CompleteSweeping], row.PausePhases[CollectionPhase.CompleteSweeping]));
        Assert.Equal((7, 5), (row.Phases[CollectionPhase.Mark], row.PausePhases[CollectionPhase.Mark]));
        Assert.Equal((11, 9), (row.Phases[CollectionPhase.Sweep], row.PausePhases[CollectionPhase.Sweep]));
    }

    [Fact]
    public void What_helpers_worked_is_apart_from_how_long_they_were_at_it()
    {
        Add(0, EventKind.CycleBegin, (long)CycleKind.MarkCompact);
        Add(1, EventKind.PhaseBegin, (long)CollectionPhase.MarkConcurrently, value: 100, actor: 5);
        Add(10, EventKind.PauseBegin);
        Add(11, EventKind.PhaseEnd, (long)CollectionPhase.MarkConcurrently, value: 104, actor: 5);
        Add(11, EventKind.PhaseBegin, (long)CollectionPhase.EvacuateCopy, value: 104, actor: 5);
        Add(19, EventKind.PhaseEnd, (long)CollectionPhase.EvacuateCopy, value: 106, actor: 5);
        Add(20, EventKind.PauseEnd);
        Add(20, EventKind.CycleEnd, (long)CycleKind.MarkCompact);

        var row = _table.Rows[0];
        Assert.Equal((10, 8), (row.BackgroundPhases[CollectionPhase.MarkConcurrently], row.BackgroundPhases[CollectionPhase.EvacuateCopy]));
        Assert.Equal((4, 2), (row.BackgroundWork[CollectionPhase.MarkConcurrently], row.BackgroundWork[CollectionPhase.EvacuateCopy]));
        Assert.Equal((0, 2), (row.BackgroundPauseWork[CollectionPhase.MarkConcurrently], row.BackgroundPauseWork[CollectionPhase.EvacuateCopy]));
    }

    [Fact]
    public void A_phase_that_runs_twice_is_summed()
    {
        Add(0, EventKind.CycleBegin, (long)CycleKind.Scavenge);
        Add(0, EventKind.PhaseBegin, (long)CollectionPhase.HeapPrologue);
        Add(3, EventKind.PhaseEnd, (long)CollectionPhase.HeapPrologue);
        Add(5, EventKind.PhaseBegin, (long)CollectionPhase.HeapPrologue);
        Add(9, EventKind.PhaseEnd, (long)CollectionPhase.HeapPrologue);
        Add(9, EventKind.CycleEnd, (long)CycleKind.Scavenge);

        Assert.Equal(7, _table.Rows[0].Phases[CollectionPhase.HeapPrologue]);
    }

    [Fact]
    public void Numbers_that_come_after_the_end_still_reach_the_row()
    {
        Add(0, EventKind.CycleBegin, (long)CycleKind.MarkCompact);
        Add(9, EventKind.CycleEnd, (long)CycleKind.MarkCompact);
        Add(12, EventKind.Statistic, (long)Statistic.Compacted, 77);

        Assert.Equal(77, Assert.Single(_table.Rows)[Statistic.Compacted]);
    }

    [Fact]
    public void Allocated_bytes_are_counted_from_the_end_of_the_cycle_before()
    {
        AddCycle(1, before: 1000, after: 400);
        AddCycle(2, before: 1500, after: 500);

        Assert.Equal([1000, 1100], _table.Rows.Select(row => row.Allocated));
        Assert.Equal([1, 2], _table.Rows.Select(row => row.Sequence));
    }

    [Fact]
    public void An_unfinished_cycle_is_no_row()
    {
        Add(0, EventKind.CycleBegin, (long)CycleKind.Scavenge);
        Add(5, EventKind.PauseBegin);

        Assert.Empty(_table.Rows);
        Assert.Equal(5, _table.LastTime);
    }

    [Fact]
    public void What_later_versions_record_is_passed_over()
    {
        Add(0, EventKind.CycleBegin, (long)CycleKind.Scavenge);
        Add(1, (EventKind)900, 1);
        Add(1, EventKind.Statistic, 900, 1);
        Add(1, EventKind.PhaseBegin, 900);
        Add(2, EventKind.PhaseEnd, 900);
        Add(2, EventKind.PhaseEnd, (long)CollectionPhase.Mark);
        Add(3, EventKind.CycleEnd, (long)CycleKind.Scavenge);

        Assert.Single(_table.Rows);
    }

    private void AddCycle(long epoch, long before, long after)
    {
        _table.Append(new RecordEntry(0, 1, EventKind.CycleBegin, epoch, (long)CycleKind.Scavenge, 0));
        _table.Append(new RecordEntry(0, 1, EventKind.Statistic, epoch, (long)Statistic.TotalBefore, before));
        _table.Append(new RecordEntry(0, 1, EventKind.Statistic, epoch, (long)Statistic.TotalAfter, after));
        _table.Append(new RecordEntry(0, 1, EventKind.CycleEnd, epoch, (long)CycleKind.Scavenge, 0));
    }

    private void Add(long time, EventKind kind, long subject = 0, long value = 0, int actor = 1) =>
        _table.Append(new RecordEntry(time, actor, kind, 1, subject, value));
}
