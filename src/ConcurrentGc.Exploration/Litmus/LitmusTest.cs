using System.Text.Json.Serialization;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>A small world with a question: which heap, which programs, which collector.</summary>
public sealed record LitmusTest
{
    /// <summary>The name that lines and files use.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The heap at the start: see <see cref="DrawnHeap"/>. Roots <c>r0</c> to <c>r3</c> are registers of the first mutator,
    /// <c>m1-r0</c> of the second; all others are global.
    /// </summary>
    public required string Heap { get; init; }

    /// <summary>What each mutator does.</summary>
    public required IReadOnlyList<IReadOnlyList<LitmusOperation>> Programs { get; init; }

    /// <summary>Helper threads: workers of each kind beside those of the main thread.</summary>
    public int Helpers { get; init; } = 1;

    /// <summary>What stores do.</summary>
    public BarrierKind Barrier { get; init; }

    /// <summary>A rule that is broken on purpose; none, but for controls.</summary>
    public Defect Defect { get; init; }

    /// <summary>Who marks while the program runs.</summary>
    public MarkingTechnique Marking { get; init; } = MarkingTechnique.Concurrent;

    /// <summary>Whether sweepers work beside the program.</summary>
    public bool ConcurrentSweeping { get; init; }

    /// <summary>Whether full collections move objects off pages with gaps.</summary>
    public bool Compaction { get; init; }

    /// <summary>Objects that a segment of a marking list takes: more of them stay with one worker for longer.</summary>
    public int SegmentEntries { get; init; } = 1;

    /// <summary>A page is given up after so many of its objects moved, as if there were no more room; zero: only when there is none.</summary>
    public int EvacuationAbortedAfter { get; init; }

    /// <summary>When others see what the programs store.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] // a schedule's hash stays what it was
    public MemoryModel Memory { get; init; }
}
