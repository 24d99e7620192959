namespace ConcurrentGc.Heap.Barriers;

/// <summary>What the write barrier must do beside remembering old-to-new slots. Changes only while the mutators stand.</summary>
/// <remarks>Source: V8 11.3, heap/marking-barrier.h, and the page flag INCREMENTAL_MARKING.</remarks>
[Flags]
public enum BarrierDuties
{
    /// <summary>Nothing: no marking is under way.</summary>
    None = 0,

    /// <summary>Shade the stored value.</summary>
    Marking = 1,

    /// <summary>Record slots that point to evacuation candidates.</summary>
    Compacting = 2,
}
