using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Embedding;

namespace ConcurrentGc.Orinoco.Worlds;

/// <summary>Sizes and switches of a world, under V8's names and defaults.</summary>
public sealed record WorldSettings
{
    private const long Megabyte = 1 << 20;

    /// <summary>Sizes of pages and limits.</summary>
    public Geometry Geometry { get; init; } = Geometry.Node20;

    /// <summary>Helper threads of the pool; zero: one task in every phase.</summary>
    public int Helpers { get; init; } = 4;

    /// <summary>Bytes of a semispace at the start; whole pages.</summary>
    public long InitialSemispaceBytes { get; init; } = Megabyte;

    /// <summary>Most bytes of a semispace; whole pages.</summary>
    public long MaximumSemispaceBytes { get; init; } = 16 * Megabyte;

    /// <summary>Factor of semispace growth.</summary>
    public int SemispaceGrowthFactor { get; init; } = 2;

    /// <summary>Most bytes of the old generation.</summary>
    public long MaximumOldBytes { get; init; } = 4096 * Megabyte;

    /// <summary>The old generation's allocation limit at the start; zero: the smaller of 512 MB and half the maximum.</summary>
    public long InitialOldBytes { get; init; }

    /// <summary>Below so many old bytes no full collection starts.</summary>
    public long MinimumBytesForMarking { get; init; } = 8 * Megabyte;

    /// <summary>Least bytes that the limit lies above the live old ones.</summary>
    public long GrowingStepBytes { get; init; } = 8 * Megabyte;

    /// <summary>What full collections set the limit by.</summary>
    public LimitRule LimitRule { get; init; }

    /// <summary>Whether new space shrinks when little is allocated: not in V8's <c>--predictable</c> mode.</summary>
    public bool NewSpaceShrinks { get; init; } = true;

    /// <summary>Which of V8's techniques are on.</summary>
    public Techniques Techniques { get; init; } = new();

    /// <summary>Full collections in a row for a program that asked for the same room three times: V8's kMinNumberOfAttempts.</summary>
    public int LastResorts { get; init; } = 2;

    /// <summary>Nanoseconds between two frames.</summary>
    public long FrameNanoseconds { get; init; } = ProgramFrames.DefaultNanoseconds;

    /// <summary>What the collector does in idle time that is granted to it.</summary>
    public IdleTimeUse IdleTime { get; init; }

    /// <summary>How short memory is at <see cref="PressureAt"/>.</summary>
    public MemoryPressure Pressure { get; init; }

    /// <summary>When memory is short, nanoseconds of the host's clock; zero: never.</summary>
    public long PressureAt { get; init; }

    /// <summary>A collection before each n-th allocation; zero: only when needed.</summary>
    public long CollectionInterval { get; init; }

    /// <summary>Of the collections that the interval asks for, each n-th is a full one; zero: none is.</summary>
    public long ForcedFullEvery { get; init; }

    /// <summary>
    /// A candidate page is given up after so many of its objects moved, as if there were no more room; zero: only when there
    /// is none. V8 does likewise under <c>--stress-compaction</c>.
    /// </summary>
    public int EvacuationAbortedAfter { get; init; }

    /// <summary>Whether the heap is checked after every collection, and freed memory overwritten.</summary>
    public bool VerifyHeap { get; init; }

    /// <summary>A rule that is broken on purpose; none, but for controls.</summary>
    public Defect Defect { get; init; }

    /// <summary>Whether the inspector looks at the heap around every collection although it is not checked.</summary>
    public bool Inspects { get; init; }

    /// <summary>The old generation's allocation limit at the start, bytes.</summary>
    public long OldLimitAtStart => InitialOldBytes > 0 ? InitialOldBytes : Math.Min(512 * Megabyte, MaximumOldBytes / 2);
}
