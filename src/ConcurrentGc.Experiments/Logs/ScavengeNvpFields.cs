using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>
/// The fields of a scavenge line after <c>reduce_memory</c>, in V8's order with V8's precision. Fields without a value
/// stand for parts of V8 that are not modeled. Source: V8 11.3, GCTracer::PrintNVP, and logs of Node 20.
/// </summary>
internal static class ScavengeNvpFields
{
    /// <summary>All fields.</summary>
    public static NvpField[] All { get; } =
    [
        NvpField.Scope("time_to_safepoint", 2, CollectionPhase.TimeToSafepoint),
        NvpField.Scope("heap.prologue", 2, CollectionPhase.HeapPrologue),
        NvpField.Scope("heap.epilogue", 2, CollectionPhase.HeapEpilogue),
        new NvpField("heap.epilogue.reduce_new_space", 2),
        new NvpField("heap.external.prologue", 2),
        new NvpField("heap.external.epilogue", 2),
        new NvpField("heap.external_weak_global_handles", 2),
        new NvpField("fast_promote", 2),
        NvpField.Scope("complete.sweep_array_buffers", 2, CollectionPhase.CompleteSweepArrayBuffers),
        NvpField.Scope("scavenge", 2, CollectionPhase.Scavenge),
        NvpField.Scope("scavenge.free_remembered_set", 2, CollectionPhase.ScavengeFreeRememberedSet),
        NvpField.Scope("scavenge.roots", 2, CollectionPhase.ScavengeRoots),
        NvpField.Scope("scavenge.weak", 2, CollectionPhase.ScavengeWeak),
        new NvpField("scavenge.weak_global_handles.identify", 2),
        new NvpField("scavenge.weak_global_handles.process", 2),
        NvpField.Scope("scavenge.parallel", 2, CollectionPhase.ScavengeParallel),
        NvpField.Scope("scavenge.update_refs", 2, CollectionPhase.ScavengeUpdateReferences),
        NvpField.Scope("scavenge.sweep_array_buffers", 2, CollectionPhase.ScavengeSweepArrayBuffers),
        NvpField.Background("background.scavenge.parallel", 2, CollectionPhase.ScavengeParallel),
        new NvpField("background.unmapper", 2),
        new NvpField("unmapper", 2),
        NvpField.Count("incremental.steps_count", Statistic.IncrementalSteps),
        new NvpField("incremental.steps_took", 1),
        new NvpField("scavenge_throughput", 0, sample => sample.ScavengeThroughput),
        NvpField.Count("total_size_before", Statistic.TotalBefore),
        NvpField.Count("total_size_after", Statistic.TotalAfter),
        NvpField.Count("holes_size_before", Statistic.HolesBefore),
        NvpField.Count("holes_size_after", Statistic.HolesAfter),
        new NvpField("allocated", 0, sample => sample.Row.Allocated),
        NvpField.Count("promoted", Statistic.Promoted),
        NvpField.Count("new_space_survived", Statistic.Copied),
        new NvpField("nodes_died_in_new", 0),
        new NvpField("nodes_copied_in_new", 0),
        new NvpField("nodes_promoted", 0),
        NvpField.Percent("promotion_ratio", Statistic.Promoted, Statistic.NewSizeBefore),
        new NvpField("average_survival_ratio", 1, sample => sample.Row[Statistic.AverageSurvivalRatio] / 100.0, "%"),
        NvpField.Percent("promotion_rate", Statistic.Promoted, Statistic.PreviouslyCopied),
        NvpField.Percent("new_space_survive_rate_", Statistic.Copied, Statistic.NewSizeBefore),
        new NvpField("new_space_allocation_throughput", 1, sample => sample.AllocationThroughput),
        new NvpField("unmapper_chunks", 0),
    ];
}
