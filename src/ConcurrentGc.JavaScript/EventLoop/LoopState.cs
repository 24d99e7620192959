namespace ConcurrentGc.JavaScript.EventLoop;

/// <summary>The words of the event loop. What it calls lies on the heap, reached from its roots. Owner: the mutator.</summary>
internal struct LoopState
{
    /// <summary>Byte offset of the roots, see <see cref="LoopRoot"/>; zero: nothing was ever scheduled.</summary>
    public long Roots;

    /// <summary>The phase.</summary>
    public LoopPhase Phase;

    /// <summary>Whether microtasks run: callbacks of <c>process.nextTick</c> wait until there are none.</summary>
    public bool IsInMicrotasks;

    /// <summary>The time, in milliseconds, that timers are compared with.</summary>
    public long TimerNow;

    /// <summary>When the callback of the running timer began, in milliseconds: an interval counts from there.</summary>
    public long TimerStart;

    /// <summary>Number of the list of timers that was made or came round last: the lower one wins a tie.</summary>
    public long LastList;

    /// <summary>Number of the last timer, immediate or callback; also the handle of a frame's callback.</summary>
    public long LastNumber;

    /// <summary>Timers that keep the program alive.</summary>
    public long ActiveTimers;

    /// <summary>Immediates that keep the program alive.</summary>
    public long ActiveImmediates;

    /// <summary>When the frame whose callbacks run was due, in nanoseconds: their argument.</summary>
    public long FrameTime;

    /// <summary>Shape of timers.</summary>
    public int TimerShape;

    /// <summary>Shape of lists of timers.</summary>
    public int ListShape;

    /// <summary>Shape of immediates.</summary>
    public int ImmediateShape;

    /// <summary>Shape of other callbacks that wait.</summary>
    public int CallbackShape;
}
