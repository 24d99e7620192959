using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Collecting;

namespace ConcurrentGc.Orinoco.Worlds;

/// <summary>V8's techniques, each with a flag of V8's that switches it off, to see what it is worth.</summary>
public sealed record Techniques
{
    /// <summary>How full collections mark.</summary>
    public MarkingTechnique Marking { get; init; } = MarkingTechnique.Concurrent;

    /// <summary>The marking part of the write barrier: V8's, or another to compare with.</summary>
    public BarrierKind Barrier { get; init; } = BarrierKind.DijkstraStoreShade;

    /// <summary>Whether helpers take part in the marking closure of the pause: V8's <c>--parallel-marking</c>.</summary>
    public bool ParallelMarking { get; init; } = true;

    /// <summary>Whether helpers take part in scavenges: V8's <c>--parallel-scavenge</c>.</summary>
    public bool ParallelScavenge { get; init; } = true;

    /// <summary>Whether helpers take part in evacuation: V8's <c>--parallel-compaction</c>.</summary>
    public bool ParallelCompaction { get; init; } = true;

    /// <summary>Whether helpers sweep beside the program: V8's <c>--concurrent-sweeping</c>.</summary>
    public bool ConcurrentSweeping { get; init; } = true;

    /// <summary>
    /// Whether a helper frees what array buffers kept beside the program: V8's <c>--concurrent-array-buffer-sweeping</c>.
    /// </summary>
    public bool ConcurrentBackingStoreSweeping { get; init; } = true;

    /// <summary>Whether old pages are compacted: V8's <c>--compact</c>.</summary>
    public bool Compaction { get; init; } = true;
}
