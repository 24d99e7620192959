using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Collections;

/// <summary>One collection cycle as the run record tells it. Written by <see cref="CollectionTable"/> only.</summary>
public sealed class Cycle
{
    private static readonly int _statisticCount = (int)Enum.GetValues<Statistic>().Max() + 1;
    private readonly long[] _numbers = new long[_statisticCount];

    /// <summary>Creates a cycle of which nothing is known yet.</summary>
    /// <param name="isolate">The isolate whose cycle it is.</param>
    /// <param name="epoch">The record's number of the cycle.</param>
    internal Cycle(int isolate, long epoch) => (Isolate, Epoch) = (isolate, epoch);

    /// <summary>Zero-based isolate.</summary>
    public int Isolate { get; }

    /// <summary>One-based place in the table; zero until the cycle has ended.</summary>
    public int Sequence { get; internal set; }

    /// <summary>The record's number of the cycle, from one in each isolate.</summary>
    public long Epoch { get; }

    /// <summary>Scavenge or mark-compact.</summary>
    public CycleKind Kind { get; internal set; }

    /// <summary>Why it ran.</summary>
    public CollectionCause Cause { get; internal set; }

    /// <summary>When the cycle began, nanoseconds since the world began.</summary>
    public long StartTime { get; internal set; }

    /// <summary>When the cycle ended.</summary>
    public long EndTime { get; internal set; }

    /// <summary>When the mutators first stood; the start of the cycle when they never did.</summary>
    public long PauseStart { get; internal set; }

    /// <summary>When the mutators last went on.</summary>
    public long PauseEnd { get; internal set; }

    /// <summary>Nanoseconds in which the mutators stood; the sum when a cycle stops them more than once.</summary>
    public long Pause { get; internal set; }

    /// <summary>Nanoseconds between the pause before (or the beginning of the world) and this one.</summary>
    public long Mutator { get; internal set; }

    /// <summary>Bytes allocated since the cycle before: total before less total after of that cycle (of nothing for the first).</summary>
    public long Allocated { get; internal set; }

    /// <summary>Phases of the actor that began the cycle: what the main thread did.</summary>
    public PhaseTimes Phases { get; } = new();

    /// <summary>Of <see cref="Phases"/>, what lies in the cycle's own pauses.</summary>
    public PhaseTimes PausePhases { get; } = new();

    /// <summary>Phases of all other actors, summed from begin to end: V8's background scopes.</summary>
    public PhaseTimes BackgroundPhases { get; } = new();

    /// <summary>Of <see cref="BackgroundPhases"/>, what the actors worked: without what they waited for a core.</summary>
    public PhaseTimes BackgroundWork { get; } = new();

    /// <summary>Of <see cref="BackgroundWork"/>, that of phases that began in a pause of the cycle.</summary>
    public PhaseTimes BackgroundPauseWork { get; } = new();

    /// <summary>A number about the cycle; zero when the record does not hold it.</summary>
    /// <param name="statistic">A member of the enum.</param>
    public long this[Statistic statistic]
    {
        get => _numbers[(int)statistic];
        internal set => _numbers[(int)statistic] = value;
    }
}
