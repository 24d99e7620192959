namespace ConcurrentGc.Orinoco.Recording;

/// <summary>What an entry of the run record says. The numbers are part of the file format: add at the end only.</summary>
public enum EventKind
{
    /// <summary>A cycle begins; subject: <see cref="CycleKind"/>, value: <see cref="CollectionCause"/>.</summary>
    CycleBegin = 1,

    /// <summary>A cycle ends; subject: <see cref="CycleKind"/>, value: zero.</summary>
    CycleEnd = 2,

    /// <summary>
    /// A phase begins; subject: <see cref="CollectionPhase"/>, value: nanoseconds that the actor has worked so far, which the host
    /// adds. On threads, and where nobody prices work, it does not differ from time, or is zero.
    /// </summary>
    PhaseBegin = 3,

    /// <summary>A phase ends; subject and value as for <see cref="PhaseBegin"/>.</summary>
    PhaseEnd = 4,

    /// <summary>A number about the cycle; subject: <see cref="Statistic"/>.</summary>
    Statistic = 5,

    /// <summary>The mutators stand: the pause begins.</summary>
    PauseBegin = 6,

    /// <summary>The mutators may go on: the pause ends.</summary>
    PauseEnd = 7,

    /// <summary>A program ended by itself; subject: isolate, value: exit code.</summary>
    ProgramEnd = 8,

    /// <summary>The heap is full; subject: isolate, value: bytes asked for.</summary>
    OutOfMemory = 9,

    /// <summary>A program threw and nothing caught it; subject: isolate, value: exit code.</summary>
    UncaughtException = 10,

    /// <summary>A program met something that is not supported, and was ended; subject: isolate, value: zero.</summary>
    Unsupported = 11,

    /// <summary>A program slept until now; subject: isolate, value: nanoseconds of it outside of pauses and not yet told.</summary>
    Idle = 12,

    /// <summary>The collector gives up; subject: <see cref="OutOfMemoryCause"/>, value: zero.</summary>
    HeapFull = 13,

    /// <summary>A frame has ended; subject: display times that it missed, value: nanoseconds since it was due.</summary>
    Frame = 14,

    /// <summary>A task in idle time that was granted; subject: nanoseconds behind its end, value: nanoseconds before.</summary>
    IdleWork = 15,
}
