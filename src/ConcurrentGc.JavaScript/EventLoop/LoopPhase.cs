namespace ConcurrentGc.JavaScript.EventLoop;

/// <summary>Where the event loop is: the phases of libuv that have work here, in their order.</summary>
internal enum LoopPhase
{
    /// <summary>Timers that are due, list by list.</summary>
    Timers = 0,

    /// <summary>Callbacks of the frame that begins.</summary>
    Frame = 1,

    /// <summary>Nothing to run: sleeps until the next timer or frame unless immediates wait.</summary>
    Poll = 2,

    /// <summary>Immediates that were there when the phase began.</summary>
    Immediates = 3,
}
