namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What the collector may do; words, fixed for a run.</summary>
public struct CollectorSettings
{
    /// <summary>Most pages of a semispace.</summary>
    public long MaximumSemispacePages;

    /// <summary>Factor of semispace growth, at least two.</summary>
    public long SemispaceGrowthFactor;

    /// <summary>Most bytes of the old generation.</summary>
    public long MaximumOldBytes;

    /// <summary>The old generation's allocation limit at the start, bytes.</summary>
    public long InitialOldLimit;

    /// <summary>Below so many old bytes no full collection starts.</summary>
    public long MinimumBytesForMarking;

    /// <summary>Least bytes that the limit lies above the live old ones.</summary>
    public long GrowingStepBytes;

    /// <summary>What full collections set the limit by.</summary>
    public LimitRule LimitRule;

    /// <summary>Full collections of the last resort.</summary>
    public int LastResorts;

    /// <summary>What it does in idle time that is granted to it.</summary>
    public IdleTimeUse IdleTime;

    /// <summary>Non-zero: new space shrinks when little is allocated.</summary>
    public int Shrinks;

    /// <summary>Helper threads; a parallel phase has one task more at most.</summary>
    public int Helpers;

    /// <summary><see cref="MarkingTechnique"/>.</summary>
    public int Marking;

    /// <summary>Markers that run beside the program; at most <see cref="Helpers"/>.</summary>
    public int ConcurrentMarkers;

    /// <summary>Tasks of a parallel scavenge at most.</summary>
    public int ScavengerTasks;

    /// <summary>Tasks of the marking closure in the pause at most.</summary>
    public int MarkerTasks;

    /// <summary>Tasks of an evacuation at most.</summary>
    public int CompactorTasks;

    /// <summary>Non-zero: old pages are compacted.</summary>
    public int Compacts;

    /// <summary>Non-zero: helpers, of which there are some, sweep beside the program.</summary>
    public int ConcurrentSweeping;

    /// <summary>Non-zero: a task scavenges new space that is nearly full.</summary>
    public int ScavengeTask;

    /// <summary>Non-zero: tasks start marking, mark and end it.</summary>
    public int MarkingTask;

    /// <summary>Non-zero: the memory reducer works.</summary>
    public int ReducesMemory;

    /// <summary>Non-zero: a helper frees backing stores beside the program.</summary>
    public int ConcurrentBackingStoreSweeping;

    /// <summary>
    /// Of the collections that a mutator's interval setting asks for, each n-th is a full one; zero: none is.
    /// </summary>
    public long ForcedFullEvery;

    /// <summary>Non-zero: check the heap after every collection, and overwrite what it freed. See Note [Zapping].</summary>
    public int VerifyHeap;

    /// <summary><see cref="Defects.Defect"/>, asked for where a phase begins or ends.</summary>
    public int Defect;

    /// <summary>Non-zero: the inspector looks at the heap before and after every collection.</summary>
    public int Inspects;

    /// <summary>Table number of the <see cref="IHeapInspector"/>, when there is one.</summary>
    public int InspectorTable;
}
