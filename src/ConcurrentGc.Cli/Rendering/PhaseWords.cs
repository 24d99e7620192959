using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>V8's scope names of phases, as the summary shows them.</summary>
internal static class PhaseWords
{
    /// <summary>The name with the kind of cycle in front where the scope does not say it.</summary>
    /// <param name="kind">The kind of cycle.</param>
    /// <param name="phase">The phase.</param>
    public static string Name(CycleKind kind, CollectionPhase phase)
    {
        var scope = Scope(phase);
        return kind == CycleKind.Scavenge && !scope.StartsWith("scavenge", StringComparison.Ordinal)
            ? $"scavenge: {scope}"
            : kind == CycleKind.MarkCompact ? $"mark-compact: {scope}" : scope;
    }

    /// <summary>V8's name of the scope, as in <c>--trace-gc-nvp</c>.</summary>
    /// <param name="phase">The phase.</param>
    public static string Scope(CollectionPhase phase) => phase switch
    {
        CollectionPhase.TimeToSafepoint => "time_to_safepoint",
        CollectionPhase.HeapPrologue => "heap.prologue",
        CollectionPhase.HeapEpilogue => "heap.epilogue",
        CollectionPhase.Scavenge => "scavenge",
        CollectionPhase.ScavengeRoots => "scavenge.roots",
        CollectionPhase.ScavengeParallel => "scavenge.parallel",
        CollectionPhase.ScavengeWeak => "scavenge.weak",
        CollectionPhase.ScavengeUpdateReferences => "scavenge.update_refs",
        CollectionPhase.ScavengeFreeRememberedSet => "scavenge.free_remembered_set",
        CollectionPhase.ScavengeSweepArrayBuffers => "scavenge.sweep_array_buffers",
        CollectionPhase.FinishSweepArrayBuffers => "finish.sweep_array_buffers",
        CollectionPhase.CompleteSweepArrayBuffers => "complete.sweep_array_buffers",
        CollectionPhase.SweepArrayBuffers => "background.array_buffer_sweep",
        CollectionPhase.MarkCompactPrologue => "prologue",
        CollectionPhase.Mark => "mark",
        CollectionPhase.MarkRoots => "mark.roots",
        CollectionPhase.MarkFullClosureParallel => "mark.full_closure_parallel",
        CollectionPhase.MarkFullClosure => "mark.full_closure",
        CollectionPhase.MarkEphemeronMarking => "mark.ephemeron.marking",
        CollectionPhase.MarkEphemeronLinear => "mark.ephemeron.linear",
        CollectionPhase.Clear => "clear",
        CollectionPhase.ClearWeakReferences => "clear.weak_references",
        CollectionPhase.Sweep => "sweep",
        CollectionPhase.CompleteSweeping => "complete.sweeping",
        CollectionPhase.Evacuate => "evacuate",
        CollectionPhase.EvacuatePrologue => "evacuate.prologue",
        CollectionPhase.EvacuateCopy => "evacuate.copy",
        CollectionPhase.EvacuateUpdatePointers => "evacuate.update_pointers",
        CollectionPhase.EvacuateCleanUp => "evacuate.clean_up",
        CollectionPhase.EvacuateEpilogue => "evacuate.epilogue",
        CollectionPhase.EvacuateRebalance => "evacuate.rebalance",
        CollectionPhase.Finish => "finish",
        CollectionPhase.MarkCompactEpilogue => "epilogue",
        CollectionPhase.IncrementalStart => "incremental.start",
        CollectionPhase.Incremental => "incremental",
        CollectionPhase.MarkConcurrently => "background.mark",
        _ => phase.ToString(),
    };
}
