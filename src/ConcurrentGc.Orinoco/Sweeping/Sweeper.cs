using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>
/// Sweeps page after page, those with the least live bytes first: helpers beside the program, the main thread where a
/// pause cannot go on before all pages are swept. See Note [Sweeping beside the program].
/// </summary>
/// <remarks>Source: V8 11.3, heap/sweeper.cc (SweeperJob, ParallelSweepSpace).</remarks>
public struct Sweeper : IRole<SweeperMessage>
{
    private readonly int _number;
    private readonly Address<CollectorMessage> _collector;

    private PageSweeper _sweep;
    private long _epoch;
    private SweeperState _state;
    private bool _isPaused;
    private int _spacesDone;
    private long _page;
    private bool _isPending;

    /// <summary>A sweeper of a world.</summary>
    /// <param name="number">Zero-based; zero runs on the main thread.</param>
    /// <param name="zaps">Whether gaps are overwritten.</param>
    /// <param name="collector">Whom it answers.</param>
    public Sweeper(int number, bool zaps, Address<CollectorMessage> collector)
    {
        _number = number;
        _sweep = new PageSweeper(zaps);
        _collector = collector;
    }

    /// <summary>
    /// Each of V8's tasks begins with another space and goes on with those behind it: new, old, code, shared, of which
    /// this heap sweeps two, or where spaces go by content some more behind them. So the third task begins with code space.
    /// </summary>
    private readonly SpaceId Space(SharedHeap heap) =>
        (SpaceId)heap.OldSpaces[(_spacesDone + (_number == 3 ? 1 : 0)) % heap.OldSpaces.Count].State.Id;

    /// <inheritdoc/>
    public bool Receive<TTurn>(in SweeperMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (message.Verb == SweeperVerb.Pause)
        {
            _isPaused = _state != SweeperState.Idle;
            return false;
        }

        _epoch = message.Epoch;
        (_state, _isPaused, _spacesDone) = (SweeperState.TakePage, false, 0);
        HelperPhase.Note(ref turn, _number, EventKind.PhaseBegin, _epoch, CollectionPhase.Sweep);
        return true;
    }

    /// <inheritdoc/>
    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        do
        {
            switch (_state)
            {
                case SweeperState.SweepGap: SweepGap(heap, ref turn); break;
                case SweeperState.TakePage when _isPaused: Stop(ref turn); break;
                case SweeperState.TakePage or SweeperState.AddSwept when !TryLock(heap, ref turn): return true;
                case SweeperState.TakePage: TakePage(heap); break;
                case SweeperState.Taken: GoOnWithPage(heap, ref turn); break;
                case SweeperState.AddSwept: AddSwept(heap); break;
                case SweeperState.Added: GoOn(heap); break;
                default: return false;
            }
        }
        while (turn.Spend(Work.Step, 1));

        return _state != SweeperState.Idle;
    }

    /// <summary>False: somebody else holds the lock of the lists; the slice ends so that its holder can go on.</summary>
    private readonly bool TryLock<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var isMine = heap.TryLock(heap.Sweeping.LockAddress, _number);
        turn.Pay(Work.LockWait, isMine ? 0 : 1);
        return isMine;
    }

    private void TakePage(SharedHeap heap)
    {
        _page = heap.Sweeping.Take(Space(heap), out _isPending);
        _state = SweeperState.Taken;
    }

    private void GoOnWithPage<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        heap.Unlock(heap.Sweeping.LockAddress);
        if (_isPending)
        {
            _sweep.Begin(heap, _page);
            _state = SweeperState.SweepGap;
        }
        else if (_page != 0)
        {
            _state = SweeperState.TakePage;
        }
        else if (++_spacesDone == heap.OldSpaces.Count)
        {
            Stop(ref turn);
        }
        else
        {
            _state = SweeperState.TakePage;
        }
    }

    private void SweepGap<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_sweep.Step(heap, removesSlots: false, ref turn))
        {
            _state = SweeperState.AddSwept;
        }
    }

    private void AddSwept(SharedHeap heap)
    {
        heap.Sweeping.AddSwept(_page);
        _state = SweeperState.Added;
    }

    private void GoOn(SharedHeap heap)
    {
        heap.Unlock(heap.Sweeping.LockAddress);
        _state = SweeperState.TakePage;
    }

    private void Stop<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _state = SweeperState.Idle;
        HelperPhase.Note(ref turn, _number, EventKind.PhaseEnd, _epoch, CollectionPhase.Sweep);
        turn.Send(_collector, new CollectorMessage(CollectorVerb.SweeperStopped, _epoch, _number));
    }
}
