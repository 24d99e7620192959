using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Compacting;
using ConcurrentGc.Orinoco.Embedding;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Marking;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Scavenging;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>Where the roles of a world are: actors of a kind have consecutive numbers.</summary>
public struct WorldAddresses
{
    /// <summary>Most mutators of a world: the collector keeps a bit for each in a word.</summary>
    public const int MaximumMutators = 64;

    /// <summary>Number of mutators, from one to <see cref="MaximumMutators"/>.</summary>
    public int Mutators;

    /// <summary>Workers of each kind.</summary>
    public int Workers;

    /// <summary>Actor number of the first mutator.</summary>
    public int FirstMutator;

    /// <summary>Actor number of the first scavenger.</summary>
    public int FirstScavenger;

    /// <summary>Actor number of the first marker.</summary>
    public int FirstMarker;

    /// <summary>Actor number of the first compactor.</summary>
    public int FirstCompactor;

    /// <summary>Actor number of the first sweeper.</summary>
    public int FirstSweeper;

    /// <summary>Actor number of the embedder.</summary>
    public int EmbedderNumber;

    /// <summary>Actor number of the sweeper of backing stores.</summary>
    public int BackingStoreSweeperNumber;

    /// <summary>Byte offset of the <see cref="Collecting.WorkerWords"/> of all workers.</summary>
    public long WorkerWords;

    /// <summary>Byte offset of the markers' <see cref="LiveCount"/>s: one a page for each marker in turn.</summary>
    public long LiveCounts;

    /// <summary>The collector: the actor before the first mutator.</summary>
    public readonly Address<CollectorMessage> Collector => new(FirstMutator - 1);

    /// <summary>The embedder.</summary>
    public readonly Address<EmbedderMessage> Embedder => new(EmbedderNumber);

    /// <summary>A mutator.</summary>
    /// <param name="number">Zero-based.</param>
    public readonly Address<MutatorMessage> Mutator(int number) => new(FirstMutator + number);

    /// <summary>A scavenger.</summary>
    /// <param name="number">Zero-based.</param>
    public readonly Address<ScavengerMessage> Scavenger(int number) => new(FirstScavenger + number);

    /// <summary>A marker.</summary>
    /// <param name="number">Zero-based.</param>
    public readonly Address<MarkerMessage> Marker(int number) => new(FirstMarker + number);

    /// <summary>A compactor.</summary>
    /// <param name="number">Zero-based.</param>
    public readonly Address<CompactorMessage> Compactor(int number) => new(FirstCompactor + number);

    /// <summary>Byte offset of the <see cref="LiveCount"/>s of one marker.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="number">Zero-based.</param>
    public readonly long LiveCountsOf(SharedHeap heap, int number) => LiveCounts + ((long)number * heap.Geometry.ReservedPages * sizeof(long));

    /// <summary>A sweeper.</summary>
    /// <param name="number">Zero-based.</param>
    public readonly Address<SweeperMessage> Sweeper(int number) => new(FirstSweeper + number);

    /// <summary>The sweeper of backing stores.</summary>
    public readonly Address<BackingStoreSweeperMessage> BackingStoreSweeper => new(BackingStoreSweeperNumber);
}
