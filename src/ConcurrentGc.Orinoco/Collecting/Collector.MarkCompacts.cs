using ConcurrentGc.Orinoco.Compacting;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Marking;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>The phases of a full collection in one pause, in V8's order and with V8's names.</content>
public partial struct Collector
{
    private const int MaximumMarkerTasks = 8;

    /// <summary>A collection is over and the mutators still stand: a full one follows, as a pause of its own.</summary>
    private void BeginMarkCompactBehind<TTurn>(CollectionCause cause, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _epoch = ++_lastEpoch;
        _pauseBegin = turn.Now;
        turn.Record(EventKind.PauseBegin, _epoch, 0, 0);
        SweepPreparedBackingStores(ref turn);
        Inspect(turn.Heap, turn.Tables, before: true);
        BeginMarkCompact(ref turn, cause);
    }

    private void BeginMarkCompact<TTurn>(ref TTurn turn, CollectionCause cause)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (MustCompleteSweeping(ref turn, AfterSweeping.MarkCompact, cause))
        {
            return;
        }

        var heap = turn.Heap;
        _reducesMemory = cause is CollectionCause.LastResort or CollectionCause.MemoryPressure
            || (cause == CollectionCause.ExternalMemoryPressure && IsOverHardLimit(heap))
            || (IsMarking && _marksToReduceMemory);
        (_pause, _isNearLimit) = (PauseKind.MarkCompact, false);
        _committedBefore = heap.OldCommittedBytes;
        _statistics.Begin(heap);
        turn.Record(EventKind.CycleBegin, _epoch, (long)CycleKind.MarkCompact, (long)cause);
        BeginPhase(ref turn, CollectionPhase.HeapPrologue);
        turn.Pay(Work.MarkCompactBase, 1);
        ResizeNewSpace(heap);
        EndPhase(ref turn, CollectionPhase.HeapPrologue);

        BeginPhase(ref turn, CollectionPhase.MarkCompactPrologue);
        heap.New.BeginCollection();
        if (IsMarking)
        {
            ShadeNewborns(heap);
            TakeOverMarking(heap);
        }
        else
        {
            ChooseCandidates(heap);
        }

        EndPhase(ref turn, CollectionPhase.MarkCompactPrologue);

        BeginPhase(ref turn, CollectionPhase.Mark);
        BeginPhase(ref turn, CollectionPhase.MarkRoots);
        _pauseStart = turn.Now;
        _phase = CollectorPhase.MarkRoots;
        Expect(Math.Min(_settings.MarkerTasks, MaximumMarkerTasks));
        var withStacks = Has(Defect.StacksNotRescanned) ? 0 : 1;
        turn.Send(_world.Marker(0), new MarkerMessage(MarkerVerb.VisitRoots, _epoch, withStacks));
    }

    private void BeginClosure<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        EndPhase(ref turn, CollectionPhase.MarkRoots);
        _looks = 0;
        SendMarkers(CollectionPhase.MarkFullClosureParallel, ref turn);
    }

    private void SendMarkers<TTurn>(CollectionPhase closure, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _closure = closure;
        BeginPhase(ref turn, closure);
        _phase = CollectorPhase.MarkClosure;
        Expect(_tasks);
        for (var i = 0; i < _tasks; i++)
        {
            turn.Send(_world.Marker(i), new MarkerMessage(MarkerVerb.Mark, _epoch, (long)closure));
        }
    }

    /// <summary>
    /// Marking is complete. Weak words and weak roots to the dead are cleared, large pages freed, then evacuation begins.
    /// </summary>
    private void FinishMarking<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        EndPhase(ref turn, CollectionPhase.Mark);
        BeginPhase(ref turn, CollectionPhase.Clear);
        if (!Has(Defect.WeakWordsNotCleared))
        {
            ClearWeakWords(ref turn);
        }

        MergeLiveCounts(heap);
        RemoveDeadEntries(ref turn);
        heap.WeakRoots.ClearUnmarked();
        heap.External.NoteUnmarked();
        EndPhase(ref turn, CollectionPhase.Clear);

        BeginPhase(ref turn, CollectionPhase.Sweep);
        FreeDeadLargeObjects(heap, ref turn);
        BeginSweeping(heap, ref turn);
        EndPhase(ref turn, CollectionPhase.Sweep);

        BeginPhase(ref turn, CollectionPhase.Evacuate);
        BeginPhase(ref turn, CollectionPhase.EvacuatePrologue);
        heap.New.Flip();
        heap.NewLarge.Flip();
        ListPagesToEvacuate(heap);
        EndPhase(ref turn, CollectionPhase.EvacuatePrologue);
        BeginPhase(ref turn, CollectionPhase.EvacuateCopy);
        _evacuationStart = turn.Now;
        _phase = CollectorPhase.Evacuate;
        var canExpand = CanPromoteYoungAndExpand(heap, (_settings.Helpers + 1) * heap.Geometry.PageBytes);
        Expect(canExpand ? CompactorTasks(Cycle(heap).ItemCount) : 1);
        SendCompactors(ref turn, CompactorVerb.Evacuate);
    }

    private void BeginMerging<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _phase = CollectorPhase.EvacuateFinish;
        Expect(_tasks);
        turn.Send(_world.Compactor(0), new CompactorMessage(CompactorVerb.Finish, _epoch));
    }

    private void MergeNext<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_answers < _tasks)
        {
            turn.Send(_world.Compactor(_answers), new CompactorMessage(CompactorVerb.Finish, _epoch));
            return;
        }

        TakeOverPromotedPages(turn.Heap);
        KeepAbortedPages(ref turn);
        _evacuationTime = turn.Now - _evacuationStart;
        EndPhase(ref turn, CollectionPhase.EvacuateCopy);
        BeginPhase(ref turn, CollectionPhase.EvacuateUpdatePointers);
        if (Has(Defect.RootsNotUpdated))
        {
            BeginUpdatingPointers(ref turn);
            return;
        }

        _phase = CollectorPhase.UpdateRoots;
        Expect(1);
        turn.Send(_world.Compactor(0), new CompactorMessage(CompactorVerb.UpdateRoots, _epoch));
    }

    private void BeginUpdatingPointers<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        ListPagesWithSlots(heap);
        ref var cycle = ref Cycle(heap);
        cycle.NextItem = Has(Defect.SlotsNotUpdated) && cycle.ItemCount > 0 ? 1 : 0;
        _phase = CollectorPhase.UpdatePointers;
        Expect(heap.HasStoreBuffer ? 1 : CompactorTasks(Cycle(heap).ItemCount));
        SendCompactors(ref turn, CompactorVerb.UpdatePointers);
    }

    private void FinishMarkCompact<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        EndPhase(ref turn, CollectionPhase.EvacuateUpdatePointers);
        BeginPhase(ref turn, CollectionPhase.EvacuateEpilogue);
        heap.WeakRoots.AfterEvacuation();
        heap.External.PrepareAfterEvacuation();
        ReleaseEvacuatedPages(heap, ref turn);
        EndPhase(ref turn, CollectionPhase.EvacuateEpilogue);
        BeginPhase(ref turn, CollectionPhase.EvacuateRebalance);
        ZapFromSpace(heap);
        var hasFromSpace = heap.New.TryRebalance(); // else the run ends with this collection: there is nowhere to copy to
        heap.New.SetAgeMark();
        EndPhase(ref turn, CollectionPhase.EvacuateRebalance);
        EndPhase(ref turn, CollectionPhase.Evacuate);
        BeginPhase(ref turn, CollectionPhase.Finish);
        SweepBackingStores(CollectionPhase.FinishSweepArrayBuffers, ref turn);
        EndPhase(ref turn, CollectionPhase.Finish); // V8 starts its sweepers there; here they wait until the heap is checked
        BeginPhase(ref turn, CollectionPhase.MarkCompactEpilogue);
        heap.New.EndCollection();
        _statistics.Collect(heap, _world.WorkerWords, _world.Workers);
        EndPhase(ref turn, CollectionPhase.MarkCompactEpilogue);
        BeginPhase(ref turn, CollectionPhase.HeapEpilogue);
        var isIneffective = SetLimitAfterMarkCompact(ref turn);
        EndYoung(heap);
        EndPhase(ref turn, CollectionPhase.HeapEpilogue);
        _statistics.Record(heap, ref turn, _epoch, _tasks, _limit, _reducesMemory);
        EndMarking(ref turn);
        turn.Record(EventKind.CycleEnd, _epoch, (long)CycleKind.MarkCompact, 0);
        GoOnAfterMarkCompact(hasFromSpace, isIneffective, ref turn);
    }

    /// <summary>Speeds, limit and utilization after a full collection.</summary>
    /// <returns>Whether full collections have been ineffective for too long.</returns>
    private bool SetLimitAfterMarkCompact<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var old = heap.OldObjectBytes;
        CountOldAllocation(heap);
        _survivedSinceGrowth += _statistics.Survived;
        _limit.AddSurvival(_statistics.Survived, _statistics.NewBefore);
        _speeds.AddSteps(_progress.StepBytes, _progress.Nanoseconds);
        _speeds.AddMarkCompact(old, turn.Now - _pauseStart, turn.Now, _statistics.Survived, IsMarking);
        NoteFullCollection(heap, turn.Now);
        _candidates.AddCompaction(_statistics.EvacuatedBytes, _evacuationTime);
        heap.External.SetLowMark();
        var mode = CurrentGrowingMode(heap);
        _limit.AfterMarkCompact(old, heap.New.CapacityBytes, _speeds.CollectorSpeed, _speeds.MutatorSpeed, mode);
        NotifyReducer(heap, old, turn.Now);
        var isIneffective = IsIneffective(old);
        _utilization.Add(turn.Now, turn.Now - _pauseBegin + _progress.Nanoseconds);
        return isIneffective;
    }

    private void GoOnAfterMarkCompact<TTurn>(bool hasFromSpace, bool isIneffective, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        OutOfMemoryCause? full =
            _statistics.OutOfRoom ? OutOfMemoryCause.PromotionFailed
            : !hasFromSpace ? OutOfMemoryCause.NoFromSpace
            : isIneffective ? OutOfMemoryCause.IneffectiveMarkCompacts
            : HasReachedMaximum(turn.Heap) ? OutOfMemoryCause.ReachedHeapLimit
            : null;
        if (full is { } cause)
        {
            EndRun(ref turn, cause);
        }
        else
        {
            EndPause(ref turn);
            GoOnAfterFullCollection(ref turn);
        }
    }

    private void EndMarking<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (IsMarking)
        {
            _progress.Record(ref turn, _epoch);
            (_markingEpoch, _progress, _isComplete) = (0, default, false);
        }
    }

    private readonly int CompactorTasks(long items) => (int)Math.Clamp((items + 3) / 4, 1, _settings.CompactorTasks);

    private readonly void SendCompactors<TTurn>(ref TTurn turn, CompactorVerb verb)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var i = 0; i < _tasks; i++)
        {
            turn.Send(_world.Compactor(i), new CompactorMessage(verb, _epoch));
        }
    }
}
