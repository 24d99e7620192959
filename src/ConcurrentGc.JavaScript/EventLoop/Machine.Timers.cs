using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.EventLoop;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>
/// Timers. All of one delay are in one list, oldest first; the list whose first timer is due first runs first, and all of it
/// that is due runs in a row.
/// </summary>
/// <remarks>
/// Source: Node 20, lib/internal/timers.js (insert, processTimers, listOnTimeout) and lib/timers.js. Lists are found by
/// walking over all of them, where Node has a hash map and a heap.
/// </remarks>
internal sealed unsafe partial class Machine
{
    private bool IsTimer(long word) =>
        _state->Loop.Roots != 0 && IsObject(word) && ObjectLayout.ShapeIndex(*Object(word)) == _state->Loop.TimerShape;

    private int SetTimer(long* frame, int count, bool repeats)
    {
        if (!IsFunction(*Argument(frame, count, 1)))
        {
            return ThrowNoFunction(Argument(frame, count, 1));
        }

        if (!TryToNumber(Argument(frame, count, 2), out var asked))
        {
            return FailConversion();
        }

        SetUpLoop();
        ref var loop = ref _state->Loop;
        if (!HasRoom(LoopObjectBytes(loop.TimerShape) + LoopObjectBytes(loop.ListShape) + ArgumentBytes(frame, 3, count)))
        {
            return Retry;
        }

        var delay = Tagged.SmallInteger(asked is >= 1 and <= int.MaxValue ? (int)asked : 1);
        var arguments = KeepArguments(frame, 3, count);
        var timer = NewLoopObject(loop.TimerShape);
        *Field(timer, LoopField.Delay) = delay;
        *Field(timer, LoopField.TimerCallback) = frame[1];
        *Field(timer, LoopField.TimerArguments) = arguments;
        *Field(timer, LoopField.Repeat) = repeats ? delay : _state->Null;
        *Field(timer, LoopField.IsDestroyed) = _state->False;
        *Field(timer, LoopField.IsActive) = _state->True;
        loop.LastNumber++;
        loop.ActiveTimers++;
        InsertTimer(timer, Milliseconds);
        return Finish(timer);
    }

    /// <summary>Puts a timer at the end of the list of its delay; room for a list was asked.</summary>
    private void InsertTimer(long timer, long now)
    {
        var delay = *Field(timer, LoopField.Delay);
        *Field(timer, LoopField.Start) = Moment(now);
        var list = Root(LoopRoot.Lists);
        while (list != _state->Undefined && *Field(list, LoopField.ListDelay) != delay)
        {
            list = *Field(list, LoopField.NextList);
        }

        if (list == _state->Undefined)
        {
            list = NewList(delay, now + Tagged.ToInteger(delay));
        }

        var last = *Field(list, LoopField.Earlier);
        StoreWithBarrier(Field(timer, LoopField.Earlier), last);
        StoreWithBarrier(Field(timer, LoopField.Later), list);
        StoreWithBarrier(Field(last, LoopField.Later), timer);
        StoreWithBarrier(Field(list, LoopField.Earlier), timer);
    }

    private long NewList(long delay, long expiry)
    {
        var list = NewLoopObject(_state->Loop.ListShape);
        *Field(list, LoopField.Expiry) = Moment(expiry);
        *Field(list, LoopField.Later) = list;
        *Field(list, LoopField.Earlier) = list;
        *Field(list, LoopField.ListNumber) = Tagged.SmallInteger((int)_state->Loop.LastList++);
        *Field(list, LoopField.ListDelay) = delay;
        *Field(list, LoopField.NextList) = Root(LoopRoot.Lists);
        Root(LoopRoot.Lists) = list;
        return list;
    }

    private static long Moment(long milliseconds) => milliseconds <= int.MaxValue
        ? Tagged.SmallInteger((int)milliseconds)
        : throw new MachineLimit("timers later than 2^31 milliseconds after the beginning");

    /// <summary>The list whose first timer is due first; the one with the lower number when several are.</summary>
    private long FirstList()
    {
        var first = Root(LoopRoot.Lists);
        for (var list = first; list != _state->Undefined; list = *Field(list, LoopField.NextList))
        {
            var (expiry, best) = (*Field(list, LoopField.Expiry), *Field(first, LoopField.Expiry));
            if (expiry < best || (expiry == best && *Field(list, LoopField.ListNumber) < *Field(first, LoopField.ListNumber)))
            {
                first = list;
            }
        }

        return first;
    }

    /// <summary>Takes the next timer that is due off its list.</summary>
    private bool TryTakeTimer(out long timer)
    {
        ref var loop = ref _state->Loop;
        while (TryChooseList(out timer))
        {
            var list = Root(LoopRoot.List);
            timer = *Field(list, LoopField.Later);
            if (timer == list)
            {
                RemoveList(list);
                Root(LoopRoot.List) = _state->Undefined;
                continue;
            }

            var due = Tagged.ToInteger(*Field(timer, LoopField.Start)) + (long)Tagged.ToInteger(*Field(list, LoopField.ListDelay));
            if (due > loop.TimerNow)
            {
                *Field(list, LoopField.Expiry) = Moment(Math.Max(due, loop.TimerNow + 1));
                *Field(list, LoopField.ListNumber) = Tagged.SmallInteger((int)loop.LastList++);
                Root(LoopRoot.List) = _state->Undefined;
                continue;
            }

            Unlink(timer);
            Root(LoopRoot.Timer) = timer;
            loop.TimerStart = Milliseconds;
            return true;
        }

        return false;
    }

    /// <summary>Goes on with the list at hand, or else with the first one that is due.</summary>
    private bool TryChooseList(out long timer)
    {
        timer = 0;
        ref var list = ref Root(LoopRoot.List);
        if (list != _state->Undefined)
        {
            return true;
        }

        list = FirstList();
        if (list == _state->Undefined)
        {
            return false;
        }

        long due = Tagged.ToInteger(*Field(list, LoopField.Expiry));
        _state->Loop.TimerNow = due > _state->Loop.TimerNow ? Milliseconds : _state->Loop.TimerNow;
        if (due > _state->Loop.TimerNow)
        {
            list = _state->Undefined;
            return false;
        }

        return true;
    }

    /// <summary>After a timer's callback: an interval is started again. False: there was no room for its list.</summary>
    private bool TryFinishTimer()
    {
        ref var timer = ref Root(LoopRoot.Timer);
        if (timer == _state->Undefined)
        {
            return true;
        }

        if (*Field(timer, LoopField.Repeat) == _state->Null || *Field(timer, LoopField.IsDestroyed) == _state->True)
        {
            LetGoTimer(timer);
        }
        else
        {
            if (!HasRoom(LoopObjectBytes(_state->Loop.ListShape)))
            {
                return false;
            }

            *Field(timer, LoopField.Delay) = *Field(timer, LoopField.Repeat);
            InsertTimer(timer, _state->Loop.TimerStart);
        }

        timer = _state->Undefined;
        return true;
    }

    private int ClearTimer(long timer)
    {
        if (IsTimer(timer) && *Field(timer, LoopField.IsDestroyed) != _state->True)
        {
            var later = *Field(timer, LoopField.Later);
            if (later != _state->Undefined)
            {
                Unlink(timer);
                if (later == *Field(later, LoopField.Later))
                {
                    RemoveList(later);
                }
            }

            LetGoTimer(timer);
        }

        return Finish(_state->Undefined);
    }

    /// <summary>It will not run again. Small integers and oddballs need no barrier.</summary>
    private void LetGoTimer(long timer)
    {
        _state->Loop.ActiveTimers -= *Field(timer, LoopField.IsActive) == _state->True ? 1 : 0;
        *Field(timer, LoopField.IsActive) = _state->Null;
        *Field(timer, LoopField.IsDestroyed) = _state->True;
        *Field(timer, LoopField.Delay) = Tagged.SmallInteger(-1);
    }

    private void Unlink(long timer)
    {
        var (later, earlier) = (*Field(timer, LoopField.Later), *Field(timer, LoopField.Earlier));
        StoreWithBarrier(Field(later, LoopField.Earlier), earlier);
        StoreWithBarrier(Field(earlier, LoopField.Later), later);
        *Field(timer, LoopField.Later) = _state->Undefined;
        *Field(timer, LoopField.Earlier) = _state->Undefined;
    }

    /// <summary>Takes an empty list out of the row of lists, if it is there.</summary>
    private void RemoveList(long list)
    {
        var slot = &LoopRoots[(int)LoopRoot.Lists];
        if (*slot == list)
        {
            *slot = *Field(list, LoopField.NextList);
            return;
        }

        for (var each = *slot; each != _state->Undefined; each = *Field(each, LoopField.NextList))
        {
            if (*Field(each, LoopField.NextList) == list)
            {
                StoreWithBarrier(Field(each, LoopField.NextList), *Field(list, LoopField.NextList));
                return;
            }
        }
    }

    private int SetTimerActive(long timer, bool isActive)
    {
        if (IsTimer(timer) && *Field(timer, LoopField.IsActive) == Boolean(!isActive))
        {
            *Field(timer, LoopField.IsActive) = Boolean(isActive);
            _state->Loop.ActiveTimers += isActive ? 1 : -1;
        }

        return Finish(timer);
    }
}
