namespace ConcurrentGc.JavaScript.EventLoop;

/// <summary>Roots of the event loop, by their place in its words. A queue is a head and, one place behind, a tail.</summary>
internal enum LoopRoot
{
    /// <summary>First list of timers; the lists are linked.</summary>
    Lists = 0,

    /// <summary>The list whose timers run.</summary>
    List = 1,

    /// <summary>The timer whose callback runs or ran last; undefined once it has been seen to.</summary>
    Timer = 2,

    /// <summary>Callbacks of <c>process.nextTick</c>.</summary>
    Ticks = 3,

    /// <summary>Microtasks.</summary>
    Microtasks = 5,

    /// <summary>Immediates of the next iteration.</summary>
    Immediates = 7,

    /// <summary>Immediates of this iteration.</summary>
    DueImmediates = 9,

    /// <summary>Callbacks of the next frame.</summary>
    Frames = 11,

    /// <summary>Callbacks of this frame.</summary>
    DueFrames = 13,

    /// <summary>Words in all.</summary>
    Count = 15,
}
