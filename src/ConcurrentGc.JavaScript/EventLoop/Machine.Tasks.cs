using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.EventLoop;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What runs when the module has ended. See Note [The event loop].</summary>
/// <remarks>Source: libuv 1.46, src/unix/core.c (uv_run); Node 20, lib/internal/process/task_queues.js.</remarks>
internal sealed unsafe partial class Machine
{
    private const long NanosecondsAMillisecond = 1_000_000;

    private long* LoopRoots => (long*)(_base + _state->Loop.Roots);

    private ref long Root(LoopRoot root) => ref LoopRoots[(int)root];

    /// <summary>The time as timers see it: whole milliseconds.</summary>
    private long Milliseconds => _state->Now / NanosecondsAMillisecond;

    private long* Field(long word, int field) => Object(word) + (ObjectLayout.ObjectPrefixBytes / 8) + field;

    private bool IsFunction(long word) => IsObject(word) && KindOf(word) == ObjectLayout.KindFunction;

    /// <summary>Before the first thing is scheduled: roots and shapes.</summary>
    private void SetUpLoop()
    {
        ref var loop = ref _state->Loop;
        if (loop.Roots != 0)
        {
            return;
        }

        loop.Roots = _heap.Side.Take((int)LoopRoot.Count);
        new Span<long>(_base + loop.Roots, (int)LoopRoot.Count).Fill(_state->Undefined);
        _heap.Roots.Add(loop.Roots, (int)LoopRoot.Count);
        loop.TimerShape = LoopShape(LoopField.OfTimer, PrototypeNamed("internal:Timeout"));
        loop.ListShape = LoopShape(LoopField.OfList, Realm.ObjectPrototype);
        loop.ImmediateShape = LoopShape(LoopField.OfImmediate, PrototypeNamed("internal:Immediate"));
        loop.CallbackShape = LoopShape(LoopField.OfCallback, Realm.ObjectPrototype);
    }

    private int PrototypeNamed(string name)
    {
        var (_, constant) = _text.BuiltInObjects.Find(each => string.Equals(each.Name, name, StringComparison.Ordinal));
        return _shapes.PrototypeIndex(_constants[constant]);
    }

    private int LoopShape(IReadOnlyList<string> names, int prototype)
    {
        var shape = _shapes.AddRoot(-1, ObjectLayout.KindObject, ObjectLayout.ObjectPrefixBytes, names.Count, prototype);
        foreach (var name in names)
        {
            shape = _shapes.Add(shape, _code.Names.Number(name));
            _shapes.Shapes[shape].Representation = Representation.Tagged;
        }

        return shape;
    }

    private long LoopObjectBytes(int shape) => ObjectHeader.FixedBytes(_shapes.Shapes[shape].Header);

    /// <summary>An object of the loop, for which room was asked; its properties are undefined.</summary>
    private long NewLoopObject(int shape)
    {
        FillObject(Allocate(LoopObjectBytes(shape), out var word), _shapes.Shapes[shape].Header);
        return word;
    }

    /// <summary>The module has ended: its frame gives way to that of the loop.</summary>
    private int EndModule()
    {
        if (_state->Loop.Roots == 0 && !HasCleanups)
        {
            return End(0);
        }

        SetUpLoop();

        if (!HasRoom(ObjectLayout.ArrowBytes))
        {
            return Retry;
        }

        var info = (FunctionInfo*)(_base + _state->Functions) + (_code.Functions.Count - 1);
        FillFunction(Allocate(ObjectLayout.ArrowBytes, out var function), _shapes.Shapes[Realm.ArrowShape].Header, info, _state->Undefined);
        Frame[-2] = function;
        new Span<long>(Frame, info->FrameWords).Fill(_state->Undefined);
        _state->Instruction = info->Code + ((long)EventLoopCode.Start * Instruction.Bytes);
        return Reload;
    }

    /// <summary>The instruction NextTask.</summary>
    private int NextTask()
    {
        if (!TryFinishTimer())
        {
            return Retry;
        }

        ref var loop = ref _state->Loop;
        while (true)
        {
            if (TryStartJob(out var status))
            {
                return status;
            }

            switch (loop.Phase)
            {
                case LoopPhase.Timers:
                    if (TryTakeTimer(out var timer))
                    {
                        return Start(*Field(timer, LoopField.TimerCallback), timer, *Field(timer, LoopField.TimerArguments));
                    }

                    TakeDueFrames();
                    loop.Phase = LoopPhase.Frame;
                    break;
                case LoopPhase.Frame:
                    if (TryGoOnWithFrame(out var next))
                    {
                        return next;
                    }

                    loop.Phase = LoopPhase.Poll;
                    break;
                case LoopPhase.Poll:
                    if (loop.ActiveImmediates == 0 && !IsDue(NextDue(), out var stop))
                    {
                        return stop;
                    }

                    TakeDueImmediates();
                    loop.Phase = LoopPhase.Immediates;
                    break;
                default:
                    if (TryTake(LoopRoot.DueImmediates, out var immediate))
                    {
                        LetGoImmediate(immediate);
                        return StartCallback(immediate, immediate);
                    }

                    loop.Phase = LoopPhase.Timers;
                    break;
            }
        }
    }

    /// <summary>Starts what comes before any other task: a job, or when there is none and the turn has ended a cleanup.</summary>
    private bool TryStartJob(out int status)
    {
        if (TryTakeJob(out var job))
        {
            status = StartCallback(job, _state->Undefined);
            return true;
        }

        EndTurn();
        return TryStartCleanup(out status);
    }

    /// <summary>Whether the loop goes on now.</summary>
    /// <param name="due">When the next timer or frame is due, in nanoseconds; <see cref="long.MaxValue"/>: never.</param>
    /// <param name="stop">What to return when it does not: asleep until then, or at the end of the program.</param>
    private bool IsDue(long due, out int stop)
    {
        stop = Next;
        if (due <= _state->Now)
        {
            return true;
        }

        if (due == long.MaxValue)
        {
            stop = End(0);
            return false;
        }

        _state->Context.WakeAt = due;
        _state->Loop.Phase = LoopPhase.Timers;
        stop = Sleep;
        return false;
    }

    private long NextDue()
    {
        var due = _state->Loop.ActiveTimers > 0 && FirstList() is var list && list != _state->Undefined
            ? Tagged.ToInteger(*Field(list, LoopField.Expiry)) * NanosecondsAMillisecond
            : long.MaxValue;
        return _state->Context.Frames.Due is > 0 and var frame ? Math.Min(due, frame) : due;
    }

    private bool TryTakeJob(out long job)
    {
        ref var loop = ref _state->Loop;
        if (loop.IsInMicrotasks && TryTake(LoopRoot.Microtasks, out job))
        {
            return true;
        }

        loop.IsInMicrotasks = false;
        if (TryTake(LoopRoot.Ticks, out job))
        {
            return true;
        }

        loop.IsInMicrotasks = TryTake(LoopRoot.Microtasks, out job);
        return loop.IsInMicrotasks;
    }

    private int StartCallback(long callback, long receiver) =>
        Start(*Field(callback, LoopField.Callback), receiver, *Field(callback, LoopField.Arguments));

    /// <summary>Puts a call into the registers of the loop's frame and goes to it.</summary>
    private int Start(long function, long receiver, long arguments)
    {
        var info = FunctionOf(Frame);
        var frame = Frame + EventLoopCode.Receiver;
        var count = arguments == _state->Undefined ? 0 : ArrayLength(arguments);
        new Span<long>(Frame, info->FrameWords).Fill(_state->Undefined);
        frame[-2] = function;
        frame[0] = receiver;
        for (var i = 0; i < count; i++)
        {
            frame[i + 1] = Object(Object(arguments)[2])[2 + i];
        }

        var call = (Instruction*)(_base + info->Code);
        call->C = (uint)count;
        _state->Instruction = (byte*)call - _base;
        return Reload;
    }
}
