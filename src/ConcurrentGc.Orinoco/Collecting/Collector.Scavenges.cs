using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Scavenging;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>The phases of a scavenge, in V8's order.</content>
public partial struct Collector
{
    private const int MaximumScavengerTasks = 8;

    private void BeginScavenge<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (MustCompleteSweepingThatIsOutOfWork(ref turn))
        {
            return;
        }

        var heap = turn.Heap;
        _reducesMemory = false;
        _statistics.Begin(heap);
        turn.Record(EventKind.CycleBegin, _epoch, (long)CycleKind.Scavenge, (long)_cause);
        BeginPhase(ref turn, CollectionPhase.HeapPrologue);
        turn.Pay(Work.ScavengeBase, 1);
        ResizeNewSpace(heap);
        EndPhase(ref turn, CollectionPhase.HeapPrologue);

        BeginPhase(ref turn, CollectionPhase.Scavenge);
        heap.New.BeginCollection();
        BeginScavengeWhileMarking(heap);
        heap.New.Flip();
        heap.NewLarge.Flip();
        BeginStoreBuffer(ref turn);
        heap.Sweeping.HoldBackPagesWithSlots();
        ListPagesWithSlots(heap);
        BeginPhase(ref turn, CollectionPhase.ScavengeRoots);
        _phase = CollectorPhase.ScavengeRoots;
        Expect(ScavengerTasks(heap));
        turn.Send(_world.Scavenger(0), new ScavengerMessage(ScavengerVerb.VisitRoots, _epoch));
    }

    private readonly int ScavengerTasks(SharedHeap heap)
    {
        var bySize = (heap.New.TotalCapacityBytes / heap.Geometry.ScavengerTaskBytes) + 1;
        var tasks = (int)Math.Min(Math.Min(bySize, MaximumScavengerTasks), _settings.ScavengerTasks);
        return !heap.HasStoreBuffer && CanPromoteYoungAndExpand(heap, tasks * heap.Geometry.PageBytes) ? tasks : 1;
    }

    private void BeginCopying<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        EndPhase(ref turn, CollectionPhase.ScavengeRoots);
        BeginPhase(ref turn, CollectionPhase.ScavengeParallel);
        _phase = CollectorPhase.ScavengeCopy;
        Expect(_tasks);
        for (var i = 0; i < _tasks; i++)
        {
            turn.Send(_world.Scavenger(i), new ScavengerMessage(ScavengerVerb.Copy, _epoch));
        }
    }

    private void BeginFinishing<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        EndPhase(ref turn, CollectionPhase.ScavengeParallel);
        _phase = CollectorPhase.ScavengeFinish;
        Expect(_tasks);
        turn.Send(_world.Scavenger(0), new ScavengerMessage(ScavengerVerb.Finish, _epoch));
    }

    private void FinishNext<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_answers < _tasks)
        {
            turn.Send(_world.Scavenger(_answers), new ScavengerMessage(ScavengerVerb.Finish, _epoch));
            return;
        }

        FinishScavenge(ref turn);
    }

    private void FinishScavenge<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        _statistics.Collect(heap, _world.WorkerWords, _world.Workers);
        _speeds.AddPromotion(_statistics.PromotedBytes);
        CountOldAllocation(heap);
        heap.WeakRoots.AfterScavenge();
        heap.Sweeping.PutBack();
        FinishWithMarking(heap, ref turn);
        heap.New.SetAgeMark();
        heap.External.PrepareAfterScavenge();
        SweepBackingStores(CollectionPhase.ScavengeSweepArrayBuffers, ref turn);
        ZapFromSpace(heap);
        BeginPhase(ref turn, CollectionPhase.ScavengeFreeRememberedSet);
        ref var cycle = ref Cycle(heap);
        for (var i = 0L; i < cycle.ItemCount && !heap.HasStoreBuffer; i++)
        {
            heap.OldToNew.FreeEmptyBuckets(heap.Owned(cycle.Items + (i * sizeof(long))));
        }

        EndPhase(ref turn, CollectionPhase.ScavengeFreeRememberedSet);
        EndPhase(ref turn, CollectionPhase.Scavenge);
        BeginPhase(ref turn, CollectionPhase.HeapEpilogue);
        heap.New.EndCollection();
        _survivedSinceGrowth += _statistics.Survived;
        _limit.AddSurvival(_statistics.Survived, _statistics.NewBefore);
        var old = heap.OldObjectBytes;
        SetLimitAfterScavenge(heap, old, turn.Now);
        NoteGrowth(heap, old, turn.Now);
        EndYoung(heap);
        EndPhase(ref turn, CollectionPhase.HeapEpilogue);
        _statistics.Record(heap, ref turn, _epoch, _tasks, _limit, reducesMemory: false);
        turn.Record(EventKind.CycleEnd, _epoch, (long)CycleKind.Scavenge, 0);
        GoOnAfterScavenge(old, ref turn);
    }

    private void GoOnAfterScavenge<TTurn>(long old, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        if (_statistics.OutOfRoom || HasReachedMaximum(heap))
        {
            EndRun(ref turn, _statistics.OutOfRoom ? OutOfMemoryCause.SemispaceCopy : OutOfMemoryCause.ReachedHeapLimit);
            return;
        }

        EndPause(ref turn);
        if (_settings.Marking == (int)MarkingTechnique.Atomic && WithExternal(heap, old) > _limit.Bytes && old > _settings.MinimumBytesForMarking)
        {
            BeginMarkCompactBehind(CollectionCause.AllocationLimit, ref turn);
        }
        else if (StartsMarking(heap, old))
        {
            StartMarking(ref turn);
        }
        else
        {
            if (IsMarking)
            {
                SendConcurrentMarkers(ref turn);
            }

            GoOn(ref turn);
        }
    }

    /// <summary>Large objects are promoted or freed, and what marking knows follows the objects.</summary>
    private void FinishWithMarking<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!IsMarking)
        {
            PromoteLargeObjects(heap, ref turn);
            return;
        }

        BeginPhase(ref turn, CollectionPhase.ScavengeUpdateReferences);
        RewriteGreyObjects(heap, ref turn);
        EndPhase(ref turn, CollectionPhase.ScavengeUpdateReferences);
        PromoteLargeObjects(heap, ref turn);
        ForgetFromSpace(heap);
        _schedule.AddPromotion(_statistics.PromotedBytes);
    }

    /// <summary>Claimed young large objects become old with their pages; the others are freed.</summary>
    private readonly void PromoteLargeObjects<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var page = heap.NewLarge.State.Objects.First; page != 0;)
        {
            var next = heap.Page(page).Next;
            ref var header = ref heap.Owned(page + heap.Geometry.AreaStartBytes);
            if (ObjectHeader.IsForwarded(header))
            {
                (header, heap.Page(page).ClaimedHeader) = (heap.Page(page).ClaimedHeader, 0);
                heap.Large.TakeOver(heap.NewLarge, page);
            }
            else
            {
                ZapPage(heap, page);
                ForgetLarge(heap, page);
                heap.NewLarge.Free(page);
                turn.Pay(Work.FreeLargePage, 1);
            }

            page = next;
        }
    }
}
