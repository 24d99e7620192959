using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>
/// A small world of random programs, drawn from a seed: helpers, mutators, sizes and switches, and now and then an old
/// generation that is too small, candidates that cannot be emptied, or memory that is short. Heap, programs and settings do not depend on barrier and host, but for a mix of operations.
/// </summary>
internal sealed class DrawnWorld
{
    private const int Operations = 4_000;
    private const int NearLimitEvery = 5;
    private const int ForcedEvery = 7;
    private const int LatestPressure = 100_000;

    /// <summary>Draws one.</summary>
    /// <param name="check">What is run.</param>
    public DrawnWorld(CheckCase check)
    {
        var random = new SeededRandom(check.Seed + 1_000_003);
        var isNearLimit = check.Seed % NearLimitEvery == 4;
        var oldPages = isNearLimit ? 12 + random.Next(24) : 256;
        var isTight = isNearLimit && check.Seed % 2 == 0;
        var geometry = Geometry.Tiny with
        {
            ReservedPages = isTight ? 18 + oldPages : isNearLimit ? 32 + (2 * oldPages) : 1024,
            SideBytes = 1 << 20,
            ExternalBytes = 1 << 22,
            RememberedSet = check.Seed % 3 == 1 ? RememberedSetKind.StoreBuffer : RememberedSetKind.SlotSet,
            HasSpacesByContent = check.Seed % 4 == 2,
            AllocationStepBytes = Geometry.Tiny.AllocationStepBytes << random.Next(4),
            MarkingStepBytes = Geometry.Tiny.MarkingStepBytes >> random.Next(3),
        };
        var helpers = random.Next(4);
        var isForced = check.Seed % ForcedEvery == 3;
        Mutators = 1 + (random.Next(3) == 0 ? 1 + random.Next(2) : 0);
        var changes = check.Seed % 5 == 1;
        Mix = check.Seed % 5 is 0 or 2 ? RandomMix.WeakLoads
            : changes && check.Barrier != BarrierKind.Yuasa ? RandomMix.Changes // it may lose what changes in place
            : RandomMix.Full;
        IsComparable = Mix != RandomMix.WeakLoads && (Mix == RandomMix.Changes || !changes);
        Sizes = new RandomSizes(
            LargestWords: 6 + random.Next(12),
            LargeEvery: isTight ? 4 + random.Next(8) : 20 + random.Next(40),
            ShelfWords: random.Next(2) == 0 ? 12 + random.Next(16) : 36 + random.Next(60),
            SleepEvery: random.Next(2) == 0 ? 0 : 60 + random.Next(200));
        Settings = new WorldSettings
        {
            Geometry = geometry,
            Helpers = helpers,
            InitialSemispaceBytes = geometry.MinimumSemispacePages * geometry.PageBytes,
            MaximumSemispaceBytes = (2 + (2 * random.Next(4))) * geometry.PageBytes,
            MaximumOldBytes = oldPages * geometry.PageBytes,
            InitialOldBytes = (2 + random.Next(8)) * geometry.PageBytes,
            MinimumBytesForMarking = 0,
            GrowingStepBytes = random.Next(2) * 2 * geometry.PageBytes,
            CollectionInterval = isForced ? 11 + random.Next(40) : 0,
            ForcedFullEvery = isForced ? 2 + random.Next(3) : 0,
            VerifyHeap = true,
            Defect = check.Defect,
            Techniques = new Techniques
            {
                Barrier = check.Barrier,
                Marking = random.Next(2) == 0 ? MarkingTechnique.Incremental : MarkingTechnique.Concurrent,
                ConcurrentSweeping = random.Next(2) == 0,
                BlackAllocation = check.Seed % 10 != 6,
            },
            IdleTime = (IdleTimeUse)random.Next(3),
            EvacuationAbortedAfter = random.Next(4) == 0 ? 1 + random.Next(3) : 0,
            Pressure = random.Next(2) == 0 ? MemoryPressure.Moderate : MemoryPressure.Critical,
            PressureAt = random.Next(3) == 0 ? 1 + random.Next(LatestPressure) : 0,
        };
    }

    /// <summary>Sizes and switches.</summary>
    public WorldSettings Settings { get; }

    /// <summary>How many programs run beside each other.</summary>
    public int Mutators { get; }

    /// <summary>Whether the graph at the end depends on the seed alone, as that of others of the same seed does.</summary>
    public bool IsComparable { get; }

    /// <summary>How often they do what.</summary>
    public RandomMix Mix { get; }

    /// <summary>What they draw sizes from.</summary>
    public RandomSizes Sizes { get; }

    /// <summary>Its programs over a heap.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="seed">Draws what they do.</param>
    public IReadOnlyList<RandomProgram> Programs(SharedHeap heap, ulong seed) =>
    [
        .. Enumerable.Range(0, Mutators).Select(i =>
            new RandomProgram(heap, Operations / Mutators, seed + (1000 * (ulong)i), Mix, Sizes, Settings.Defect)),
    ];
}
