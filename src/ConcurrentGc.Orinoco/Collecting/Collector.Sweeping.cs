using System.Numerics;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Orinoco.Collecting;

// Note [When pages are swept].
//
//   1. a full collection lists the pages to be swept; its compactors may sweep some of them for their room
//   2. when the mutators go on, sweepers on helpers begin, as many as there are pages for; a helper stops when it finds none
//   3. when the mutators stand again, every sweeper stops behind the page at hand, so in a pause nobody sweeps unless told
//   4. a scavenge leaves the rest as it is and the sweepers go on behind it; its scavengers may sweep pages for their room.
//      When the sweepers were out of work before, what is left is swept (code pages) and linked first
//   5. marking, beside the program or in a pause, sweeps and links what is left first, on the main thread and on helpers: marking needs clean mark
//      bits, and the choice of candidates needs to know what lives on a page
//
// Without sweepers beside the program, 2 and the second half of 4 are left out.
// Source: V8 11.3, heap/sweeper.cc (StartSweeping, StartSweeperTasks, PauseScope, EnsureCompleted), heap/heap.cc
// (CompleteSweepingYoung, CompleteSweepingFull), heap/mark-compact.cc (StartSweepSpace, FinishSweepingIfOutOfWork).

/// <content>What belongs to sweeping. See Note [When pages are swept].</content>
public partial struct Collector
{
    private const int MaximumSweeperTasks = 4;
    private const int PagesOfASweeper = 2;

    /// <summary>
    /// Lists the pages to be swept, those with the most live bytes first, since who takes one takes the last. Empty ones
    /// are released, but for one a space.
    /// </summary>
    private readonly void BeginSweeping<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        foreach (var space in heap.OldSpaces)
        {
            ListPagesToSweep(heap, space, ref turn);
        }

        (heap.Sweeping.State.IsUnderWay, heap.Sweeping.State.Epoch) = (1, _epoch);
    }

    private readonly void ListPagesToSweep<TTurn>(SharedHeap heap, PagedSpace space, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var listed = new List<long>();
        var keepsEmptyPage = false;
        for (var page = space.State.Pages.First; page != 0;)
        {
            var next = heap.Page(page).Next;
            var isEmpty = heap.Page(page).LiveBytes == 0;
            if ((heap.Flags(page) & PageFlags.EvacuationCandidate) != PageFlags.None)
            {
                // Emptied and released as a whole.
            }
            else if (isEmpty && keepsEmptyPage)
            {
                Release(heap, space, page);
                turn.Pay(Work.FreeLargePage, 1);
            }
            else
            {
                keepsEmptyPage |= isEmpty;
                space.AwaitSweeping(page);
                listed.Add(page);
            }

            page = next;
        }

        foreach (var page in listed.OrderByDescending(page => heap.Page(page).LiveBytes))
        {
            heap.Sweeping.Add(page);
        }
    }

    /// <summary>The mutators go on: sweepers begin, or go on, when there are pages for them.</summary>
    private void StartSweepers<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_settings.ConcurrentSweeping == 0 || !turn.Heap.Sweeping.IsUnderWay)
        {
            return;
        }

        var (lists, isSplit) = (turn.Heap.Sweeping, turn.Heap.Geometry.HasSpacesByContent);
        var pages = lists.Count(SpaceId.Old) + (isSplit ? lists.Count(SpaceId.OldData) : 0);
        var useful = (pages + PagesOfASweeper - 1) / PagesOfASweeper;
        var tasks = Math.Min(Math.Min(_settings.Helpers, MaximumSweeperTasks), useful);
        for (var i = 1; i <= tasks; i++)
        {
            SendSweeper(ref turn, i);
        }
    }

    private void SendSweeper<TTurn>(ref TTurn turn, int number)
        where TTurn : struct, ITurn, allows ref struct
    {
        _sweeping.Sweepers |= 1UL << number;
        turn.Send(_world.Sweeper(number), new SweeperMessage(SweeperVerb.Sweep, turn.Heap.Sweeping.State.Epoch));
    }

    /// <summary>The mutators stand: sweepers stop behind their pages, then the collection begins.</summary>
    private void StopSweepers<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _phase = CollectorPhase.StopSweepers;
        _sweeping.HadSweepers = _sweeping.Sweepers != 0;
        PauseSweepers(ref turn);
        if (!_sweeping.HadSweepers || Has(Defect.SweepersNotAwaited))
        {
            BeginCollection(ref turn);
        }
    }

    /// <summary>Nobody needs the room any more.</summary>
    private readonly void StopSweepersAtTheEnd<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_ended == AllMutators)
        {
            PauseSweepers(ref turn);
        }
    }

    private readonly void PauseSweepers<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        for (var rest = _sweeping.Sweepers; rest != 0; rest &= rest - 1)
        {
            var number = BitOperations.TrailingZeroCount(rest);
            turn.Send(_world.Sweeper(number), new SweeperMessage(SweeperVerb.Pause, turn.Heap.Sweeping.State.Epoch));
        }
    }

    /// <summary>Whether sweepers are allowed beside the program but had nothing to do any more.</summary>
    private bool MustCompleteSweepingThatIsOutOfWork<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct =>
        _settings.ConcurrentSweeping != 0 && !_sweeping.HadSweepers
        && MustCompleteSweeping(ref turn, AfterSweeping.Scavenge, CollectionCause.AllocationFailure);

    /// <summary>Sweeps all that is left and links it, in a pause, before a collection goes on.</summary>
    /// <param name="turn">The host.</param>
    /// <param name="next">What begins then.</param>
    /// <param name="cause">Its cause.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    /// <returns>True: the caller returns; it is called again when sweeping is complete. False: it is.</returns>
    private bool MustCompleteSweeping<TTurn>(ref TTurn turn, AfterSweeping next, CollectionCause cause)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (!turn.Heap.Sweeping.IsUnderWay || (next == AfterSweeping.Marking && Has(Defect.SweepingNotCompleted)))
        {
            return false;
        }

        (_sweeping.Next, _sweeping.Cause) = (next, cause);
        _phase = CollectorPhase.CompleteSweeping;
        BeginPhase(ref turn, CollectionPhase.CompleteSweeping);
        SendSweeper(ref turn, 0);
        StartSweepers(ref turn);
        return true;
    }

    private void FinishSweeping<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        foreach (var space in turn.Heap.OldSpaces)
        {
            LinkSweptPages(turn.Heap, space);
        }

        turn.Heap.Sweeping.State.IsUnderWay = 0;
        EndPhase(ref turn, CollectionPhase.CompleteSweeping);
        switch (_sweeping.Next)
        {
            case AfterSweeping.Scavenge: BeginScavenge(ref turn); break;
            case AfterSweeping.Marking: StartMarking(ref turn); break;
            default: BeginMarkCompact(ref turn, _sweeping.Cause); break;
        }
    }

    private static void LinkSweptPages(SharedHeap heap, PagedSpace space)
    {
        while (heap.Sweeping.TakeSwept((SpaceId)space.State.Id) is var page and not 0)
        {
            space.LinkSwept(page);
        }
    }
}
