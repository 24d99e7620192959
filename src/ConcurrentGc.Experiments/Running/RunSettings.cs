using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Experiments.Running;

/// <summary>
/// Everything that one run is told, checked: numbers lie in their ranges and flags do not contradict each other.
/// Sizes of zero mean V8's default.
/// </summary>
/// <param name="ProgramPath">The file of the program; it exists.</param>
/// <param name="ProgramName">How messages call it: the name as given on the command line.</param>
/// <param name="ProgramArguments">What the program sees from <c>process.argv[2]</c> on.</param>
public sealed record RunSettings(string ProgramPath, string ProgramName, IReadOnlyList<string> ProgramArguments)
{
    /// <summary>What the file of the program is.</summary>
    public ProgramKind Kind { get; init; }

    /// <summary>
    /// What runs in further isolates beside it, by number from one: the same settings with another program, without neighbors.
    /// </summary>
    public IReadOnlyList<RunSettings> Neighbors { get; init; } = [];

    /// <summary>What hosts the roles.</summary>
    public RuntimeHost Runtime { get; init; }

    /// <summary>The machine file; it exists.</summary>
    public required string MachinePath { get; init; }

    /// <summary>How the heap is laid out.</summary>
    public HeapGeometry Geometry { get; init; }

    /// <summary>How slots of old pages that point into new space are remembered; null: as is usual in the geometry.</summary>
    public RememberedSetKind? RememberedSet { get; init; }

    /// <summary>Cores of the simulated machine, 1 to 1,024; zero: as its file says.</summary>
    public int Cores { get; init; }

    /// <summary>Threads of V8's pool, 0 to 64: the task formulas use it. Zero with <see cref="Predictable"/>.</summary>
    public int Helpers { get; init; } = 4;

    /// <summary>Feeds <c>Math.random</c>.</summary>
    public long Seed { get; init; }

    /// <summary>V8's single-threaded mode: no helpers, one task.</summary>
    public bool Predictable { get; init; }

    /// <summary>Which of V8's techniques are on.</summary>
    public Techniques Techniques { get; init; } = new();

    /// <summary>What surrounds the program.</summary>
    public EmbedderOptions Embedder { get; init; } = new();

    /// <summary>Largest semispace, MB; zero: by the physical memory, 16 from 4 GB on.</summary>
    public int MaxSemiSpaceMegabytes { get; init; }

    /// <summary>Semispace at the start, MB; zero: 1.</summary>
    public int MinSemiSpaceMegabytes { get; init; }

    /// <summary>Largest old generation, MB; zero: by the physical memory, 4096 from 15 GB on.</summary>
    public int MaxOldSpaceMegabytes { get; init; }

    /// <summary>First limit of the old generation, MB; zero: V8's own estimate.</summary>
    public int InitialOldSpaceMegabytes { get; init; }

    /// <summary>Physical memory that V8's default limits follow, MB; zero: that of the reference machine.</summary>
    public int PhysicalMegabytes { get; init; }

    /// <summary>Stack of the program, KB; zero: 984.</summary>
    public int StackKilobytes { get; init; }

    /// <summary>By how much new space grows, 1 to 64.</summary>
    public int SemiSpaceGrowthFactor { get; init; } = 2;

    /// <summary>By how much the old generation grows, percent; zero: by the speeds of program and collector.</summary>
    public int HeapGrowingPercent { get; init; }

    /// <summary>Whether the old generation's limit follows the square root of its size.</summary>
    public bool SquareRootLimit { get; init; }

    /// <summary>A collection after so many allocations; zero: only when one is due.</summary>
    public int GcInterval { get; init; }

    /// <summary>The tier whose allocations and prices the program has.</summary>
    public ScriptTier Tier { get; init; }

    /// <summary>Whether the heap is verified after every collection.</summary>
    public bool VerifyHeap { get; init; }

    /// <summary>The flags of the command line, by name: what had no effect is told only of them.</summary>
    public IReadOnlyCollection<string> GivenFlags { get; init; } = [];

    /// <summary>What the run prints and writes.</summary>
    public OutputSettings Outputs { get; init; } = new();
}
