using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>Counts what runs reach: from their records, and what an inspector saw.</summary>
public sealed class Coverage : IRecordSink
{
    private readonly long[] _counts = new long[Enum.GetValues<Reached>().Length];

    /// <summary>How often something was reached.</summary>
    /// <param name="what">What.</param>
    public long this[Reached what] => _counts[(int)what];

    /// <summary>Collections of both kinds.</summary>
    public long Collections => this[Reached.Scavenges] + this[Reached.MarkCompacts];

    /// <summary>Adds to a count.</summary>
    /// <param name="what">What was reached.</param>
    /// <param name="times">How often.</param>
    public void Add(Reached what, long times) => _counts[(int)what] += times;

    /// <summary>Adds what another run reached.</summary>
    /// <param name="other">Its counts.</param>
    public void Add(Coverage other)
    {
        foreach (var what in Enum.GetValues<Reached>())
        {
            Add(what, other[what]);
        }
    }

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        switch (entry.Kind)
        {
            case EventKind.CycleEnd:
                Add(entry.Subject == (long)CycleKind.Scavenge ? Reached.Scavenges : Reached.MarkCompacts, 1);
                break;
            case EventKind.CycleBegin when entry.Value == (long)CollectionCause.LastResort: Add(Reached.LastResorts, 1); break;
            case EventKind.CycleBegin when entry.Value == (long)CollectionCause.MemoryPressure: Add(Reached.CollectionsUnderPressure, 1); break;
            case EventKind.CycleBegin when entry.Value == (long)CollectionCause.FinalizeMarkingViaTask:
                Add(Reached.FinalizationsByTask, 1);
                break;
            case EventKind.PhaseBegin: AddPhase((CollectionPhase)entry.Subject, entry.Actor); break;
            case EventKind.Statistic: AddStatistic((Statistic)entry.Subject, entry.Value); break;
            case EventKind.Idle: Add(Reached.Sleeps, 1); break;
            case EventKind.Frame: Add(Reached.Frames, 1); break;
            case EventKind.IdleWork: Add(Reached.IdleTasks, 1); break;
            case EventKind.HeapFull: Add(Reached.FullHeaps, 1); break;
            default: break;
        }
    }

    private void AddPhase(CollectionPhase phase, int actor)
    {
        switch (phase)
        {
            case CollectionPhase.IncrementalStart: Add(Reached.MarkingStarts, 1); break;
            case CollectionPhase.Incremental: Add(Reached.MarkingSteps, 1); break;
            case CollectionPhase.MarkConcurrently: Add(Reached.ConcurrentMarkings, 1); break;
            case CollectionPhase.ScavengeUpdateReferences: Add(Reached.ScavengesWhileMarking, 1); break;
            case CollectionPhase.MarkEphemeronMarking: Add(Reached.LooksAtEphemerons, 1); break;
            case CollectionPhase.SweepArrayBuffers: Add(Reached.BackingStoreSweeps, 1); break;
            case CollectionPhase.CompleteSweeping: Add(Reached.CompletedSweepings, 1); break;
            case CollectionPhase.Sweep when actor != 0: Add(Reached.Sweeps, 1); break;
            default: break;
        }
    }

    private void AddStatistic(Statistic statistic, long value)
    {
        switch (statistic)
        {
            case Statistic.ShadedObjects: Add(Reached.ShadedObjects, value); break;
            case Statistic.ObjectsCopied: Add(Reached.CopiedObjects, value); break;
            case Statistic.ObjectsPromoted: Add(Reached.PromotedObjects, value); break;
            case Statistic.ObjectsMarked: Add(Reached.MarkedObjects, value); break;
            case Statistic.Compacted: Add(Reached.CompactedBytes, value); break;
            default: break;
        }
    }
}
