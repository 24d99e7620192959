using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>V8's words for kinds and causes. Source: V8 11.3, heap/heap.cc and heap/gc-tracer.cc.</summary>
public static class V8Words
{
    /// <summary>The kind as trace lines print it: <c>Scavenge</c>, <c>Mark-Compact</c>.</summary>
    /// <param name="kind">A kind of cycle.</param>
    public static string Name(CycleKind kind) => kind == CycleKind.Scavenge ? "Scavenge" : "Mark-Compact";

    /// <summary>The kind as tables hold it: <c>scavenge</c>, <c>mark-compact</c>.</summary>
    /// <param name="kind">A kind of cycle.</param>
    public static string Key(CycleKind kind) => kind == CycleKind.Scavenge ? "scavenge" : "mark-compact";

    /// <summary>Why a cycle ran.</summary>
    /// <param name="cause">The cause.</param>
    public static string Reason(CollectionCause cause) => cause switch
    {
        CollectionCause.AllocationFailure => "allocation failure",
        CollectionCause.AllocationLimit => "allocation limit",
        CollectionCause.FinalizeMarkingViaStackGuard => "finalize incremental marking via stack guard",
        CollectionCause.LastResort => "last resort",
        CollectionCause.Testing => "testing",
        CollectionCause.Task => "task",
        CollectionCause.FinalizeMarkingViaTask => "finalize incremental marking via task",
        CollectionCause.IdleTask => "idle task",
        CollectionCause.MemoryPressure => "memory pressure",
        CollectionCause.ExternalMemoryPressure => "external memory pressure",
        _ => "unknown",
    };

    /// <summary>Why that collector was chosen; V8 gives no reason for a scavenge.</summary>
    /// <param name="kind">The kind of cycle.</param>
    /// <param name="cause">Its cause.</param>
    public static string CollectorReason(CycleKind kind, CollectionCause cause) => (kind, cause) switch
    {
        (CycleKind.Scavenge, _) => string.Empty,
        (_, CollectionCause.AllocationFailure) => "scavenge might not succeed",
        _ => "GC in old space requested",
    };

    /// <summary>The words of V8's fatal error.</summary>
    /// <param name="cause">Why the run is out of memory.</param>
    public static string Fatal(OutOfMemoryCause cause) => cause switch
    {
        OutOfMemoryCause.ReachedHeapLimit => "Reached heap limit",
        OutOfMemoryCause.IneffectiveMarkCompacts => "Ineffective mark-compacts near heap limit",
        OutOfMemoryCause.SemispaceCopy => "Scavenger: semi-space copy",
        OutOfMemoryCause.PromotionFailed => "MarkCompactCollector: young object promotion failed",
        OutOfMemoryCause.NoFromSpace => "NewSpace::Rebalance",
        _ => "CALL_AND_RETRY_LAST",
    };

    /// <summary>Reason and, where there is one, the collector's reason, as tables hold them.</summary>
    /// <param name="kind">The kind of cycle.</param>
    /// <param name="cause">The cause.</param>
    public static string Cause(CycleKind kind, CollectionCause cause) =>
        kind == CycleKind.MarkCompact ? $"{Reason(cause)}; {CollectorReason(kind, cause)}" : Reason(cause);
}
