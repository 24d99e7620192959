using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>Reads which of V8's techniques are switched off.</summary>
internal static class TechniquesReader
{
    /// <summary>Reads them.</summary>
    /// <param name="line">The parsed line.</param>
    /// <exception cref="UsageException">Two flags contradict each other.</exception>
    public static Techniques Read(ParsedLine line)
    {
        var isSingle = line.Has(Flags.SingleThreadedGc) || line.Has(Flags.Predictable);
        return new Techniques
        {
            Marking = Marking(line, isSingle),
            Barrier = (BarrierKind)line.Choice(Flags.Barrier),
            BlackAllocation = !line.Has(Flags.NoBlackAllocation),
            ParallelMarking = !isSingle && !line.Has(Flags.NoParallelMarking),
            ParallelScavenge = !isSingle && !line.Has(Flags.NoParallelScavenge),
            ParallelCompaction = !isSingle && !line.Has(Flags.NoParallelCompaction),
            ConcurrentSweeping = !isSingle && !line.Has(Flags.NoConcurrentSweeping),
            ConcurrentBackingStoreSweeping = !isSingle && !line.Has(Flags.NoConcurrentArrayBufferSweeping),
            Compaction = !line.Has(Flags.NoCompact),
            ScavengeTask = !line.Has(Flags.NoMinorGcTask),
            MarkingTask = !line.Has(Flags.NoIncrementalMarkingTask),
            MemoryReducer = !line.Has(Flags.NoMemoryReducer),
        };
    }

    private static MarkingTechnique Marking(ParsedLine line, bool isSingle)
    {
        if (line.Has(Flags.AtomicMarking) && line.Has(Flags.NoIncrementalMarking))
        {
            throw new UsageException(
                "--atomic-marking contradicts --no-incremental-marking: with the second the limit starts no collection");
        }

        if (line.Has(Flags.NoIncrementalMarking))
        {
            return MarkingTechnique.OnFailure;
        }

        var besideProgram = isSingle || line.Has(Flags.NoConcurrentMarking)
            ? MarkingTechnique.Incremental : MarkingTechnique.Concurrent;
        return line.Has(Flags.AtomicMarking) ? MarkingTechnique.Atomic : besideProgram;
    }
}
