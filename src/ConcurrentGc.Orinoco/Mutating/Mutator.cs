using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Embedding;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Marking;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// Runs a program. It is at a safepoint whenever it handles a message, unless the program stands in the middle of an
/// operation: the program has returned, and every pointer that it will use again is in a root range.
/// </summary>
/// <param name="program">What it runs.</param>
/// <param name="context">Isolate and settings.</param>
/// <param name="embedder">Who wakes it.</param>
/// <param name="collector">Whom it asks for room.</param>
/// <param name="receivers">Whom it sends shaded objects to.</param>
/// <typeparam name="TProgram">The kind of program.</typeparam>
public struct Mutator<TProgram>(
    TProgram program,
    ProgramContext context,
    Address<EmbedderMessage> embedder,
    Address<CollectorMessage> collector,
    ShadeReceivers receivers)
    : IRole<MutatorMessage>, IHasSafepoints
    where TProgram : unmanaged, IProgram
{
    // Note [Fence at the safepoint].
    //
    // Who stands at a safepoint has said: from now on others may go by what they read. So each store that came before must be
    // seen. A release store does not see to that, on x86 neither: it may wait in the core's store buffer while the answer is
    // read by another way, and helpers would collect by the older words. V8 changes the state of a thread by an atomic
    // read-modify-write and takes a mutex on the way (LocalHeap::ParkSlowPath, SafepointSlowPath). Here the mutator makes a
    // fence before each message by which it stands: that it stopped, that it asks for something, that its program ended.
    //
    // No other place needs one. A barrier that finds its value white goes on with an atomic operation; one that finds it
    // marked may leave the store in the buffer, as the value stays alive. Stores that publish come behind those that
    // initialize. In a pause, main-thread roles store no word that helpers read but locks, which who waits for them sees some
    // time. Searches of all races under this memory model say so too.

    private TProgram _program = program;
    private ProgramContext _context = context;
    private ShadeReceivers _receivers = receivers;
    private MutatorState _state;
    private bool _goesOn;
    private bool _isInsideOperation;
    private long _mustStop;
    private long _idleSince;

    /// <inheritdoc/>
    public readonly bool IsAtSafepoint => !_isInsideOperation;

    /// <inheritdoc/>
    public bool Receive<TTurn>(in MutatorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        switch (message.Verb)
        {
            case MutatorVerb.Resume when _state == MutatorState.StoppedAsleep:
                SleepOn(ref turn);
                return false;
            case MutatorVerb.Wake when _state == MutatorState.StoppedAsleep:
                _state = _context.Defect == Defect.WakeForgotten ? MutatorState.StoppedAsleep : MutatorState.Stopped;
                return false;
            case MutatorVerb.Wake when _state == MutatorState.Idle:
                return false; // the heap is full: the run ended while it slept
            case MutatorVerb.Wake:
                EndIdleTime(ref turn);
                _state = MutatorState.Running;
                return true;
            case MutatorVerb.Start:
            case MutatorVerb.Resume:
                _state = MutatorState.Running;
                _goesOn = true;
                return true;
            case MutatorVerb.Stop when _state == MutatorState.Running && _isInsideOperation:
                _mustStop = message.Epoch; // answered at the safepoint
                return true;
            case MutatorVerb.Stop:
                if (_state is MutatorState.Running or MutatorState.Sleeping)
                {
                    Stop(message.Epoch, ref turn);
                }

                return false;
            case MutatorVerb.OutOfMemory:
                turn.Record(EventKind.OutOfMemory, message.Epoch, _context.Isolate, _context.Request.Bytes);
                _state = MutatorState.Idle;
                return false;
            default:
                throw new InvalidOperationException($"A mutator does not know {message.Verb}.");
        }
    }

    /// <inheritdoc/>
    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_state != MutatorState.Running)
        {
            return false;
        }

        if (_goesOn)
        {
            // Not when the message comes: until this step other mutators may have allocated from the same area.
            _context.TopAtResume = turn.Heap.Control.New.Area.Top;
            _goesOn = false;
        }

        ref var running = ref _program; // it changes itself: a readonly field would be copied silently
        var stop = running.Run(ref _context, ref turn);
        _isInsideOperation = stop == ProgramStop.InsideOperation;
        if (_isInsideOperation)
        {
            return true;
        }

        PayForBarrier(ref turn);
        SendShaded(ref turn);
        TellFrame(ref turn);
        switch (stop)
        {
            case ProgramStop.SliceEnd:
                LookWhetherInterrupted(ref turn);
                return !StopsNow(ref turn);
            case ProgramStop.NeedsCollection:
                Ask(ref turn); // it stands: no other answer is waited for
                return false;
            case ProgramStop.Sleeps:
                (_state, _idleSince) = (MutatorState.Sleeping, turn.Now);
                TellAsleep(EmbedderVerb.FellAsleep, ref turn);
                _ = StopsNow(ref turn);
                return false;
            default:
                _state = MutatorState.Idle;
                ShowStores(turn.Heap);
                turn.Record(EndKind(_context.End), 0, _context.Isolate, _context.ExitCode);
                turn.Send(collector, new CollectorMessage(CollectorVerb.ProgramEnded, 0, _context.Mutator));
                return false;
        }
    }

    private static EventKind EndKind(ProgramEnd end) => end switch
    {
        ProgramEnd.UncaughtException => EventKind.UncaughtException,
        ProgramEnd.Unsupported => EventKind.Unsupported,
        _ => EventKind.ProgramEnd,
    };

    private void SleepOn<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        (_state, _idleSince) = (MutatorState.Sleeping, turn.Now);
        TellAsleep(EmbedderVerb.SleepsOn, ref turn);
    }

    /// <summary>The collector may use the time. See Note [Idle time].</summary>
    private readonly void TellAsleep<TTurn>(EmbedderVerb verb, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct =>
        turn.Send(embedder, new EmbedderMessage(verb, 0, _context.Mutator, _context.WakeAt, _context.Frames.Due != 0));

    private void TellFrame<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_context.Frames.TryTakeEnded(turn.Now, out var nanoseconds))
        {
            turn.Send(embedder, new EmbedderMessage(EmbedderVerb.FrameEnded, 0, _context.Mutator, nanoseconds));
        }
    }

    /// <summary>V8's stack guard: whoever wants something from outside waits until the program comes by.</summary>
    private void LookWhetherInterrupted<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_context.IsInterrupted(ref turn))
        {
            _context.InterruptAt = 0;
            turn.Send(embedder, new EmbedderMessage(EmbedderVerb.Interrupted, 0, _context.Mutator));
        }
    }

    /// <summary>It is about to stand. See Note [Fence at the safepoint].</summary>
    private readonly void ShowStores(SharedHeap heap)
    {
        if (_context.Defect != Defect.HandshakeWithoutFence)
        {
            heap.Fence();
        }
    }

    private void Stop<TTurn>(long epoch, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_state == MutatorState.Sleeping)
        {
            EndIdleTime(ref turn);
        }

        _state = _state == MutatorState.Sleeping ? MutatorState.StoppedAsleep : MutatorState.Stopped;
        ShowStores(turn.Heap);
        turn.Send(collector, new CollectorMessage(CollectorVerb.Stopped, epoch, _context.Mutator));
    }

    private bool StopsNow<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_mustStop == 0)
        {
            return false;
        }

        Stop(_mustStop, ref turn);
        _mustStop = 0;
        return true;
    }

    /// <summary>What the barrier did while marking costs the program time; the stores themselves are in its instructions.</summary>
    private static void PayForBarrier<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        ref var barrier = ref turn.Heap.Control.Barrier;
        turn.Pay(Work.MarkWord, barrier.UnpaidLooks);
        turn.Pay(Work.AtomicOperation, barrier.UnpaidShades);
        (barrier.UnpaidLooks, barrier.UnpaidShades) = (0, 0);
        if (turn.Heap.HasStoreBuffer)
        {
            turn.Pay(Work.VisitSlot, turn.Heap.StoreBuffer.TakeUnpaid());
        }
    }

    /// <summary>Full segments of the shade buffer leave. See Note [Segments under way].</summary>
    private void SendShaded<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var shaded = new ShadeBuffer(turn.Heap);
        while (shaded.HasFull)
        {
            turn.Send(_receivers.Next(), new MarkerMessage(MarkerVerb.Take, 0, shaded.TakeFull()));
        }
    }
    /// <summary>Notes how long the program slept: since it fell asleep, or since the last pause.</summary>
    private readonly void EndIdleTime<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct =>
        turn.Record(EventKind.Idle, 0, _context.Isolate, turn.Now - _idleSince);

    private void Ask<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        (_state, _mustStop) = (MutatorState.Waiting, 0);
        ShowStores(turn.Heap);
        if (_context.IsStepDue)
        {
            _context.IsStepDue = false;
            turn.Send(collector, new CollectorMessage(CollectorVerb.StepDue, 0, _context.Mutator));
            return;
        }

        if (_context.ExternalAsked != ExternalRequest.None)
        {
            turn.Send(collector, new CollectorMessage(
                CollectorVerb.ExternalMemoryPressure, 0, _context.Mutator, Value: (long)_context.ExternalAsked));
            (_context.ExternalAnswered, _context.ExternalAsked) = (_context.ExternalAsked, ExternalRequest.None);
            return;
        }

        if (_context.IsMarkingDue)
        {
            _context.IsMarkingDue = false;
            turn.Send(collector, new CollectorMessage(CollectorVerb.MarkingDue, 0, _context.Mutator));
            return;
        }

        var verb = _context.Request.IsOld ? CollectorVerb.OldAllocationFailed : CollectorVerb.AllocationFailed;
        turn.Send(
            collector,
            new CollectorMessage(
                verb, _context.FailedAttempts, _context.Mutator, _context.Request.IsForced));
    }
}
