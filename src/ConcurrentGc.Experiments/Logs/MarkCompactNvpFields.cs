using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>
/// The fields of a mark-compact line after <c>reduce_memory</c>, in V8's order with V8's precision. Fields without a value
/// stand for parts of V8 that are not modeled. Source: V8 11.3, GCTracer::PrintNVP, and logs of Node 20.
/// </summary>
internal static class MarkCompactNvpFields
{
    // What V8 prints until incremental marking has run for the first time: 128 KB a millisecond.
    private const double InitialMarkingSpeed = 131072;

    private const double NanosecondsPerMillisecond = 1e6;

    /// <summary>All fields.</summary>
    public static NvpField[] All { get; } =
    [
        NvpField.Scope("time_to_safepoint", 2, CollectionPhase.TimeToSafepoint),
        NvpField.Scope("heap.prologue", 2, CollectionPhase.HeapPrologue),
        new NvpField("heap.embedder_tracing_epilogue", 2),
        NvpField.Scope("heap.epilogue", 2, CollectionPhase.HeapEpilogue),
        new NvpField("heap.epilogue.reduce_new_space", 2),
        new NvpField("heap.external.prologue", 1),
        new NvpField("heap.external.epilogue", 1),
        new NvpField("heap.external.weak_global_handles", 1),
        NvpField.Scope("clear", 0, CollectionPhase.Clear),
        new NvpField("clear.external_string_table", 1),
        new NvpField("clear.string_forwarding_table", 1),
        new NvpField("clear.weak_global_handles", 1),
        new NvpField("clear.dependent_code", 1),
        new NvpField("clear.maps", 1),
        new NvpField("clear.slots_buffer", 1),
        new NvpField("clear.weak_collections", 1),
        new NvpField("clear.weak_lists", 1),
        NvpField.Scope("clear.weak_references", 1, CollectionPhase.ClearWeakReferences),
        new NvpField("clear.join_job", 1),
        NvpField.Scope("complete.sweep_array_buffers", 1, CollectionPhase.CompleteSweepArrayBuffers),
        NvpField.Scope("complete.sweeping", 1, CollectionPhase.CompleteSweeping),
        NvpField.Scope("epilogue", 1, CollectionPhase.MarkCompactEpilogue),
        NvpField.Scope("evacuate", 1, CollectionPhase.Evacuate),
        new NvpField("evacuate.candidates", 1),
        NvpField.Scope("evacuate.clean_up", 1, CollectionPhase.EvacuateCleanUp),
        NvpField.Scope("evacuate.copy", 1, CollectionPhase.EvacuateCopy),
        NvpField.Scope("evacuate.prologue", 1, CollectionPhase.EvacuatePrologue),
        NvpField.Scope("evacuate.epilogue", 1, CollectionPhase.EvacuateEpilogue),
        NvpField.Scope("evacuate.rebalance", 1, CollectionPhase.EvacuateRebalance),
        NvpField.Scope("evacuate.update_pointers", 1, CollectionPhase.EvacuateUpdatePointers),
        new NvpField("evacuate.update_pointers.to_new_roots", 1),
        new NvpField("evacuate.update_pointers.slots.main", 1),
        new NvpField("evacuate.update_pointers.weak", 1),
        NvpField.Scope("finish", 1, CollectionPhase.Finish),
        NvpField.Scope("finish.sweep_array_buffers", 1, CollectionPhase.FinishSweepArrayBuffers),
        NvpField.Scope("mark", 1, CollectionPhase.Mark),
        new NvpField("mark.finish_incremental", 1),
        NvpField.Scope("mark.roots", 1, CollectionPhase.MarkRoots),
        NvpField.Scope("mark.full_closure_parallel", 1, CollectionPhase.MarkFullClosureParallel),
        NvpField.Scope("mark.full_closure", 1, CollectionPhase.MarkFullClosure),
        NvpField.Scope("mark.ephemeron.marking", 1, CollectionPhase.MarkEphemeronMarking),
        NvpField.Scope("mark.ephemeron.linear", 1, CollectionPhase.MarkEphemeronLinear),
        new NvpField("mark.embedder_prologue", 1),
        new NvpField("mark.embedder_tracing", 1),
        NvpField.Scope("prologue", 1, CollectionPhase.MarkCompactPrologue),
        NvpField.Scope("sweep", 1, CollectionPhase.Sweep),
        new NvpField("sweep.code", 1),
        new NvpField("sweep.map", 1),
        new NvpField("sweep.new", 1),
        new NvpField("sweep.new_lo", 1),
        new NvpField("sweep.old", 1),
        new NvpField("incremental", 1, sample => Milliseconds(sample, Statistic.IncrementalNanoseconds)),
        new NvpField("incremental.finalize", 1),
        new NvpField("incremental.finalize.external.prologue", 1),
        new NvpField("incremental.finalize.external.epilogue", 1),
        new NvpField("incremental.layout_change", 1),
        new NvpField("incremental.sweep_array_buffers", 1),
        new NvpField("incremental.sweeping", 1),
        new NvpField("incremental.embedder_prologue", 1),
        new NvpField("incremental.embedder_tracing", 1),
        new NvpField("incremental_wrapper_tracing_longest_step", 1),
        new NvpField("incremental_longest_step", 1, sample => Milliseconds(sample, Statistic.LongestStepNanoseconds)),
        NvpField.Count("incremental_steps_count", Statistic.IncrementalSteps),
        new NvpField("incremental_marking_throughput", 0, MarkingThroughput),
        new NvpField("incremental_walltime_duration", 0, sample => Milliseconds(sample, Statistic.MarkingWallNanoseconds)),
        new NvpField("background.mark", 1, BackgroundMarking),
        NvpField.Background("background.sweep", 1, CollectionPhase.Sweep),
        NvpField.Background("background.evacuate.copy", 1, CollectionPhase.EvacuateCopy),
        NvpField.Background("background.evacuate.update_pointers", 1, CollectionPhase.EvacuateUpdatePointers),
        new NvpField("background.unmapper", 1),
        new NvpField("unmapper", 1),
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
        NvpField.Percent("new_space_survive_rate", Statistic.Copied, Statistic.NewSizeBefore),
        new NvpField("new_space_allocation_throughput", 1, sample => sample.AllocationThroughput),
        new NvpField("unmapper_chunks", 0),
        new NvpField("compaction_speed", 0, sample => sample.CompactionSpeed),
    ];

    private static double Milliseconds(NvpSample sample, Statistic statistic) =>
        sample.Row[statistic] / NanosecondsPerMillisecond;

    private static double MarkingThroughput(NvpSample sample)
    {
        var (bytes, time) = (sample.Row[Statistic.IncrementalBytes], Milliseconds(sample, Statistic.IncrementalNanoseconds));
        return bytes > 0 && time > 0 ? bytes / time : InitialMarkingSpeed;
    }

    private static double BackgroundMarking(NvpSample sample)
    {
        var phases = sample.Row.BackgroundPhases;
        return (phases[CollectionPhase.MarkConcurrently] + phases[CollectionPhase.MarkFullClosureParallel])
            / NanosecondsPerMillisecond;
    }
}
