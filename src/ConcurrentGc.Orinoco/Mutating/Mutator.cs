using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// Runs a program. It is at a safepoint whenever it handles a message: the program has returned, and every pointer that it
/// will use again is in a root range.
/// </summary>
/// <param name="program">What it runs.</param>
/// <param name="context">Isolate and settings.</param>
/// <param name="self">Its own address, for the Wake that it sends itself.</param>
/// <param name="collector">Whom it asks for room.</param>
/// <typeparam name="TProgram">The kind of program.</typeparam>
public struct Mutator<TProgram>(
    TProgram program, ProgramContext context, Address<MutatorMessage> self, Address<CollectorMessage> collector)
    : IRole<MutatorMessage>
    where TProgram : unmanaged, IProgram
{
    private TProgram _program = program;
    private ProgramContext _context = context;
    private MutatorState _state;
    private bool _goesOn;
    private long _idleSince;

    /// <inheritdoc/>
    public bool Receive<TTurn>(in MutatorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        switch (message.Verb)
        {
            case MutatorVerb.Resume when _state == MutatorState.StoppedAsleep:
                _state = MutatorState.Sleeping;
                _idleSince = turn.Now;
                return false;
            case MutatorVerb.Wake when _state == MutatorState.StoppedAsleep:
                _state = MutatorState.Stopped;
                return false;
            case MutatorVerb.Wake:
                EndIdleTime(ref turn);
                _state = MutatorState.Running;
                return true;
            case MutatorVerb.Start:
            case MutatorVerb.Resume:
                _state = MutatorState.Running;
                _goesOn = true;
                return true;
            case MutatorVerb.Stop:
                if (_state is MutatorState.Running or MutatorState.Sleeping)
                {
                    if (_state == MutatorState.Sleeping)
                    {
                        EndIdleTime(ref turn);
                    }

                    _state = _state == MutatorState.Running ? MutatorState.Stopped : MutatorState.StoppedAsleep;
                    turn.Send(collector, new CollectorMessage(CollectorVerb.Stopped, message.Epoch, _context.Mutator));
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
        switch (running.Run(ref _context, ref turn))
        {
            case ProgramStop.SliceEnd:
                return true;
            case ProgramStop.NeedsCollection:
                Ask(ref turn);
                return false;
            case ProgramStop.Sleeps:
                _state = MutatorState.Sleeping;
                _idleSince = turn.Now;
                turn.SendLater(self, new MutatorMessage(MutatorVerb.Wake, 0), Math.Max(0, _context.WakeAt - turn.Now));
                return false;
            default:
                _state = MutatorState.Idle;
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

    /// <summary>Notes how long the program slept: since it fell asleep, or since the last pause.</summary>
    private readonly void EndIdleTime<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct =>
        turn.Record(EventKind.Idle, 0, _context.Isolate, turn.Now - _idleSince);

    private void Ask<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _state = MutatorState.Waiting;
        turn.Send(
            collector,
            new CollectorMessage(
                CollectorVerb.AllocationFailed, _context.FailedAttempts, _context.Mutator, _context.Request.IsForced));
    }
}
