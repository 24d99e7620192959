namespace ConcurrentGc.Experiments.Workloads;

/// <summary>Words of a synthetic program in the side region. Owner: the program.</summary>
internal struct SyntheticState
{
    /// <summary>Where chance comes from.</summary>
    public RandomSequence Random;

    /// <summary>Bytes of the objects that were allocated so far: the time that lifetimes are counted in.</summary>
    public long Clock;

    /// <summary>When the frame of the animation at hand is done, by <see cref="Clock"/>.</summary>
    public long FrameEnd;

    /// <summary>When it ends; zero: it has not allocated all.</summary>
    public long RestsUntil;

    /// <summary>Size of the object that is drawn and not yet allocated; zero: none is.</summary>
    public long DrawnBytes;

    /// <summary>When the drawn object dies, by <see cref="Clock"/>.</summary>
    public long DrawnDeath;

    /// <summary>One when the drawn object consists of pointers.</summary>
    public long DrawnHasPointers;

    /// <summary>Place of the newest object that lives longer than its allocation, plus one.</summary>
    public long Newest;

    /// <summary>Stores that are due; fractions add up.</summary>
    public double StoresDue;

    /// <summary>The objects that live.</summary>
    public LiveObjects Live;

    /// <summary>When they die.</summary>
    public DeathQueue Deaths;

    /// <summary>The stack.</summary>
    public FrameStack Frames;
}
