using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>Which measurement fixes which price, in the words of the machine file.</summary>
public static class PriceSources
{
    private const string Taken = "not measured";

    /// <summary>The measurement of a price.</summary>
    /// <param name="work">The price.</param>
    public static string Of(Work work) => work switch
    {
        Work.InstructionIgnition => "programs under --no-opt: CPU time less collections and bytes, by instruction; their median",
        Work.InstructionTurbofan => "programs: CPU time less collections and bytes, by instruction; their median",
        Work.AllocateByte => "costs.js allocate: slope over dead objects of 40, 56 and 88 bytes",
        Work.ScavengeBase => "costs.js scavenge 0: scavenges with nothing alive, the mean without the longest tenth",
        Work.MarkCompactBase => "costs.js mark-list 1: a bare full collection less its marking and the sweep of its pages",
        Work.VisitRoot or Work.UpdateSlot => "as visit-slot",
        Work.VisitSlot => "costs.js slots: a remembered slot and its object, less the copy",
        Work.CopyObject or Work.CopyByte or Work.PromoteObject or Work.PromoteByte =>
            "costs.js scavenge: least squares over pauses with lists of 40, 56 and 88 bytes an object",
        Work.MarkObject => "costs.js mark-list, mark-tree, bare heap: marking less its words; their median",
        Work.MarkWord => "costs.js mark-array: pointers to one object",
        Work.EvacuateObject or Work.EvacuateByte => "costs.js evacuate: least squares over young objects of 40 and 88 bytes",
        Work.SweepPage or Work.SweepByte => "costs.js sweep: least squares over pages with 1/1, 1/2, 1/10 and 1/100 alive",
        Work.FreeLargePage => "costs.js large: a scavenge that frees 128 arrays, less its base",
        _ => Taken,
    };

    /// <summary>Whether there is one.</summary>
    /// <param name="work">The price.</param>
    public static bool IsMeasured(Work work) => !string.Equals(Of(work), Taken, StringComparison.Ordinal);
}
