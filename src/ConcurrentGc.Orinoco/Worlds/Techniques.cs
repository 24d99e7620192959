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

    /// <summary>Whether what programs allocate in old space while marking goes on is born black, as in V8.</summary>
    public bool BlackAllocation { get; init; } = true;

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

    /// <summary>Whether a task scavenges new space that is nearly full: V8's <c>--minor-gc-task</c>.</summary>
    public bool ScavengeTask { get; init; } = true;

    /// <summary>Whether tasks start marking, mark and end it: V8's <c>--incremental-marking-task</c>.</summary>
    public bool MarkingTask { get; init; } = true;

    /// <summary>Whether a program that has become quiet is collected to reduce memory: V8's <c>--memory-reducer</c>.</summary>
    public bool MemoryReducer { get; init; } = true;
}
