using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Experiments;

/// <summary>Writes the record that a run with given collections would have written.</summary>
internal static class RecordedRun
{
    private const int Collector = 1;
    private const int Helper = 7;
    private const long Mutator = 2_000_000;
    private const long Prologue = 50_000;
    private const long Parallel = 700_000;

    /// <summary>Every cycle takes 0.85 ms after 2 ms of the program; a helper works for half of it.</summary>
    public static void Write(IEnumerable<TableRow> rows, IRecordSink sink)
    {
        long time = 0;
        long copied = 0;
        foreach (var row in rows)
        {
            time += Mutator;
            Cycle(row, time, copied, sink);
            time += Prologue + Parallel + (2 * Prologue);
            copied = row.Copied;
        }
    }

    private static void Cycle(TableRow row, long start, long previouslyCopied, IRecordSink sink)
    {
        long epoch = row.Sequence;
        void Entry(long time, EventKind kind, long subject, long value = 0, int actor = Collector) =>
            sink.Append(new RecordEntry(
                time, actor, kind, epoch, subject, kind is EventKind.PhaseBegin or EventKind.PhaseEnd ? time : value));
        void Number(Statistic statistic, long? value) =>
            Entry(start, EventKind.Statistic, (long)statistic, value ?? 0);

        var isScavenge = row.Kind == CycleKind.Scavenge;
        var whole = (long)(isScavenge ? CollectionPhase.Scavenge : CollectionPhase.Mark);
        var parallel = (long)(isScavenge ? CollectionPhase.ScavengeParallel : CollectionPhase.MarkFullClosureParallel);
        var cause = isScavenge ? CollectionCause.AllocationFailure : CollectionCause.FinalizeMarkingViaStackGuard;
        Entry(start, EventKind.CycleBegin, (long)row.Kind, (long)cause);
        Entry(start, EventKind.PauseBegin, 0);
        Entry(start, EventKind.PhaseBegin, whole);
        Entry(start + Prologue, EventKind.PhaseBegin, parallel);
        Entry(start + Prologue, EventKind.PhaseBegin, parallel, actor: Helper);
        Entry(start + Prologue + (Parallel / 2), EventKind.PhaseEnd, parallel, actor: Helper);
        Entry(start + Prologue + Parallel, EventKind.PhaseEnd, parallel);
        Entry(start + Prologue + Parallel, EventKind.PhaseEnd, whole);
        Number(Statistic.TotalBefore, row.TotalBefore);
        Number(Statistic.TotalAfter, row.TotalAfter);
        Number(Statistic.CommittedBefore, row.TotalBefore + 262144);
        Number(Statistic.CommittedAfter, row.TotalAfter + 262144);
        Number(Statistic.Promoted, row.Promoted);
        Number(Statistic.Copied, row.Copied);
        Number(Statistic.HolesBefore, row.HolesBefore);
        Number(Statistic.HolesAfter, row.HolesAfter);
        Number(Statistic.SemispaceCapacity, row.SemispaceCapacity);
        Number(Statistic.NewUsed, row.NewUsedKilobytes * 1024);
        Number(Statistic.OldUsed, row.OldUsedKilobytes * 1024);
        Number(Statistic.OldCommitted, row.OldCommittedKilobytes * 1024);
        Number(Statistic.LargeUsed, row.LargeUsedKilobytes * 1024);
        Number(Statistic.NewLargeUsed, row.NewLargeUsedKilobytes * 1024);
        Number(Statistic.NewSizeBefore, row.SemispaceCapacity);
        Number(Statistic.PreviouslyCopied, previouslyCopied);
        Number(Statistic.AverageSurvivalRatio, 4235);
        Number(Statistic.IncrementalSteps, row.Steps);
        Entry(start + Parallel + (3 * Prologue), EventKind.PauseEnd, 0);
        Entry(start + Parallel + (3 * Prologue), EventKind.CycleEnd, (long)row.Kind);
    }
}
