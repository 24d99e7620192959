namespace ConcurrentGc.JavaScript.EventLoop;

/// <summary>
/// Properties of the objects of the event loop, under Node's names and in the number that Node's objects have, so that sizes
/// agree: a Timeout takes 120 bytes, an Immediate 88, a callback of nextTick 56.
/// </summary>
/// <remarks>Source: Node 20, lib/internal/timers.js, lib/internal/process/task_queues.js.</remarks>
internal static class LoopField
{
    /// <summary>Of a timer: its delay in milliseconds; minus one: it was cleared.</summary>
    public const int Delay = 0;

    /// <summary>Of a timer: the one that was started next, of the last one the list; of a list: its first timer.</summary>
    public const int Later = 1;

    /// <summary>Of a timer: the one that was started before, of the first one the list; of a list: its last timer.</summary>
    public const int Earlier = 2;

    /// <summary>Of a timer: when it was started, in milliseconds.</summary>
    public const int Start = 3;

    /// <summary>Of a timer: what it calls; null: it was cleared.</summary>
    public const int TimerCallback = 4;

    /// <summary>Of a timer: an array of arguments, or undefined.</summary>
    public const int TimerArguments = 5;

    /// <summary>Of a timer: milliseconds after which it runs again, or null.</summary>
    public const int Repeat = 6;

    /// <summary>Of a timer: whether it will not run again.</summary>
    public const int IsDestroyed = 7;

    /// <summary>Of a timer: whether it keeps the program alive; null once it was cleared.</summary>
    public const int IsActive = 8;

    /// <summary>Of a list of timers: when its first timer is due, in milliseconds.</summary>
    public const int Expiry = 0;

    /// <summary>Of a list of timers: its number.</summary>
    public const int ListNumber = 3;

    /// <summary>Of a list of timers: the delay of all of them.</summary>
    public const int ListDelay = 4;

    /// <summary>Of a list of timers: the next list.</summary>
    public const int NextList = 5;

    /// <summary>Of a callback or an immediate: the next one of its queue.</summary>
    public const int Next = 0;

    /// <summary>Of a callback or an immediate: the function; null: it was cleared.</summary>
    public const int Callback = 1;

    /// <summary>Of a callback or an immediate: an array of arguments, or undefined.</summary>
    public const int Arguments = 2;

    /// <summary>Of a callback or an immediate: its number.</summary>
    public const int Number = 3;

    /// <summary>Of an immediate: whether it keeps the program alive; null once it ran or was cleared.</summary>
    public const int IsImmediateActive = 5;

    /// <summary>Names of a timer's properties.</summary>
    public static IReadOnlyList<string> OfTimer { get; } =
    [
        "_idleTimeout", "_idlePrev", "_idleNext", "_idleStart", "_onTimeout", "_timerArgs", "_repeat", "_destroyed",
        "Symbol(refed)", "Symbol(kHasPrimitive)", "Symbol(asyncId)", "Symbol(triggerId)",
    ];

    /// <summary>Names of a list's properties.</summary>
    public static IReadOnlyList<string> OfList { get; } =
        ["expiry", "_idlePrev", "_idleNext", "id", "msecs", "priorityQueuePosition"];

    /// <summary>Names of an immediate's properties.</summary>
    public static IReadOnlyList<string> OfImmediate { get; } =
    [
        "_idleNext", "_onImmediate", "_argv", "Symbol(asyncId)", "_destroyed", "Symbol(refed)", "_idlePrev",
        "Symbol(triggerId)",
    ];

    /// <summary>Names of the properties of another callback.</summary>
    public static IReadOnlyList<string> OfCallback { get; } = ["next", "callback", "args", "Symbol(asyncId)"];
}
