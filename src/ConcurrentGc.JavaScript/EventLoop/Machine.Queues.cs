using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.EventLoop;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Callbacks that wait in the order in which they came: nextTick, microtasks, immediates, frames.</summary>
internal sealed unsafe partial class Machine
{
    private int CallTask(BuiltIn function, long* frame, int count)
    {
        switch (function)
        {
            case BuiltIn.SetTimeout:
            case BuiltIn.SetInterval:
                return SetTimer(frame, count, repeats: function == BuiltIn.SetInterval);
            case BuiltIn.ClearTimeout:
                return ClearTimer(*Argument(frame, count, 1));
            case BuiltIn.TimerClose:
                _ = ClearTimer(frame[0]);
                return Finish(frame[0]);
            case BuiltIn.TimerUnref:
            case BuiltIn.TimerRef:
                return SetTimerActive(frame[0], function == BuiltIn.TimerRef);
            case BuiltIn.TimerHasRef:
                return FinishBoolean(IsTimer(frame[0]) && *Field(frame[0], LoopField.IsActive) == _state->True);
            case BuiltIn.NextTick:
                return Schedule(frame, count, LoopRoot.Ticks, _state->Loop.CallbackShape);
            case BuiltIn.QueueMicrotask:
                return Schedule(frame, Math.Min(count, 1), LoopRoot.Microtasks, _state->Loop.CallbackShape);
            case BuiltIn.SetImmediate:
                return Schedule(frame, count, LoopRoot.Immediates, _state->Loop.ImmediateShape);
            case BuiltIn.ClearImmediate:
                return ClearImmediate(*Argument(frame, count, 1));
            case BuiltIn.RequestAnimationFrame:
                return Schedule(frame, Math.Min(count, 1), LoopRoot.Frames, _state->Loop.CallbackShape);
            case BuiltIn.InternalClass:
                return EndUnsupported("the classes of timers and immediates");
            default:
                return CancelFrame(Argument(frame, count, 1));
        }
    }

    private int ThrowNoFunction(long* argument) => Throw(
        ErrorKind.TypeError,
        $"The \"callback\" argument must be of type function. Received {DescribeReceived(argument)}");

    /// <summary>Bytes of the array that keeps arguments of a callback.</summary>
    private long ArgumentBytes(long* frame, int first, int count)
    {
        if (count - first >= EventLoopCode.MaximumArguments)
        {
            throw new MachineLimit($"more than {EventLoopCode.MaximumArguments} arguments of a callback");
        }

        var bytes = count < first ? 0L : ObjectLayout.ArrayBytes + ObjectHeader.ArrayPrefixBytes + (8L * (count - first + 1));
        for (var i = first; i <= count; i++)
        {
            bytes += BoxBytesOf(frame[i]);
        }

        return bytes;
    }

    /// <summary>The array that keeps arguments, for which room was asked; undefined when there are none.</summary>
    private long KeepArguments(long* frame, int first, int count)
    {
        if (count < first)
        {
            return _state->Undefined;
        }

        var store = Allocate(ObjectHeader.ArrayPrefixBytes + (8L * (count - first + 1)), out var word);
        store[0] = ObjectLayout.FixedArrayHeader;
        store[1] = Tagged.SmallInteger(count - first + 1);
        for (var i = first; i <= count; i++)
        {
            store[2 + i - first] = TaggedOf(frame + i);
        }

        return NewArrayObject(ObjectLayout.ValueArrayIndex, word, count - first + 1);
    }

    private int Schedule(long* frame, int count, LoopRoot queue, int shape)
    {
        if (!IsFunction(*Argument(frame, count, 1)))
        {
            return ThrowNoFunction(Argument(frame, count, 1));
        }

        if (_state->Loop.Roots == 0)
        {
            SetUpLoop();
            shape = queue == LoopRoot.Immediates ? _state->Loop.ImmediateShape : _state->Loop.CallbackShape;
        }

        if (!HasRoom(LoopObjectBytes(shape) + ArgumentBytes(frame, 2, count)))
        {
            return Retry;
        }

        var arguments = KeepArguments(frame, 2, count);
        var callback = NewLoopObject(shape);
        var number = Tagged.SmallInteger((int)++_state->Loop.LastNumber);
        *Field(callback, LoopField.Callback) = frame[1];
        *Field(callback, LoopField.Arguments) = arguments;
        *Field(callback, LoopField.Number) = number;
        if (queue == LoopRoot.Frames)
        {
            _state->Context.Frames.Request(_state->Now);
        }

        if (queue == LoopRoot.Immediates)
        {
            *Field(callback, LoopField.IsImmediateActive) = _state->True;
            _state->Loop.ActiveImmediates++;
        }

        Append(queue, callback);
        return Finish(queue == LoopRoot.Frames ? number : queue == LoopRoot.Immediates ? callback : _state->Undefined);
    }

    private void Append(LoopRoot queue, long callback)
    {
        ref var head = ref Root(queue);
        if (head == _state->Undefined)
        {
            head = callback;
        }
        else
        {
            StoreWithBarrier(Field(Root(queue + 1), LoopField.Next), callback);
        }

        Root(queue + 1) = callback;
    }

    /// <summary>Takes the first callback of a queue that was not cleared.</summary>
    private bool TryTake(LoopRoot queue, out long callback)
    {
        do
        {
            callback = Root(queue);
            if (callback == _state->Undefined)
            {
                Root(queue + 1) = callback;
                return false;
            }

            Root(queue) = *Field(callback, LoopField.Next);
        }
        while (*Field(callback, LoopField.Callback) == _state->Null);
        return true;
    }

    private void Move(LoopRoot from, LoopRoot to)
    {
        (Root(to), Root(to + 1)) = (Root(from), Root(from + 1));
        (Root(from), Root(from + 1)) = (_state->Undefined, _state->Undefined);
    }

    private void TakeDueImmediates() => Move(LoopRoot.Immediates, LoopRoot.DueImmediates);

    private bool IsImmediate(long word) =>
        _state->Loop.Roots != 0 && IsObject(word) && ObjectLayout.ShapeIndex(*Object(word)) == _state->Loop.ImmediateShape;

    private int ClearImmediate(long immediate)
    {
        if (IsImmediate(immediate) && *Field(immediate, LoopField.IsImmediateActive) == _state->True)
        {
            *Field(immediate, LoopField.Callback) = _state->Null;
            LetGoImmediate(immediate);
        }

        return Finish(_state->Undefined);
    }

    /// <summary>It does not keep the program alive any more. Oddballs lie in read-only space: no barrier.</summary>
    private void LetGoImmediate(long immediate)
    {
        *Field(immediate, LoopField.IsImmediateActive) = _state->Null;
        _state->Loop.ActiveImmediates--;
    }

    private void TakeDueFrames()
    {
        if (_state->Context.Frames.TryBegin(_state->Now, out var due))
        {
            _state->Loop.FrameTime = due;
            Move(LoopRoot.Frames, LoopRoot.DueFrames);
        }
    }

    /// <summary>Starts the next callback of the frame at hand, or behind the last one lets the mutator tell that it has ended.</summary>
    private bool TryGoOnWithFrame(out int status)
    {
        status = Retry;
        if (!HasRoom(ObjectLayout.BoxBytes))
        {
            return true;
        }

        if (TryTake(LoopRoot.DueFrames, out var callback))
        {
            status = StartFrame(callback);
            return true;
        }

        var hasEnded = _state->Context.Frames.IsRunning;
        _state->Context.Frames.End();
        status = FrameEnd;
        return hasEnded;
    }

    /// <summary>Starts a callback of the frame with the frame's time in milliseconds; room for that number was asked.</summary>
    private int StartFrame(long callback)
    {
        var time = Box((double)_state->Loop.FrameTime / NanosecondsAMillisecond);
        var status = StartCallback(callback, _state->Undefined);
        Here->C = 1;
        (Frame + EventLoopCode.Receiver)[1] = time;
        return status;
    }

    private int CancelFrame(long* handle)
    {
        if (_state->Loop.Roots != 0 && TryNumber(handle, out var number))
        {
            foreach (var queue in (ReadOnlySpan<LoopRoot>)[LoopRoot.Frames, LoopRoot.DueFrames])
            {
                for (var each = Root(queue); each != _state->Undefined; each = *Field(each, LoopField.Next))
                {
                    if (Tagged.ToInteger(*Field(each, LoopField.Number)) == number)
                    {
                        *Field(each, LoopField.Callback) = _state->Null;
                    }
                }
            }
        }

        return Finish(_state->Undefined);
    }
}
