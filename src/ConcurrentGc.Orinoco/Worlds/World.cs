using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Compacting;
using ConcurrentGc.Orinoco.Embedding;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Marking;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Scavenging;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Orinoco.Worlds;

/// <summary>
/// All roles over one heap, written once for every host: a collector, mutators, and as many workers of each kind as there
/// are helpers, and one more on the main thread.
/// </summary>
/// <param name="heap">The heap, with new space set up.</param>
/// <param name="settings">Sizes and switches.</param>
/// <param name="isolate">Number of the isolate, from zero.</param>
public sealed class World(SharedHeap heap, WorldSettings settings, int isolate = 0)
{
    private readonly int _workers = settings.Helpers + 1;
    private readonly CoreGroup _main = CoreGroup.Main(isolate);

    /// <summary>Makes the heap of a world, with new space set up and nothing in it.</summary>
    /// <param name="settings">Sizes and switches.</param>
    public static SharedHeap CreateHeap(WorldSettings settings)
    {
        var heap = new SharedHeap(settings.Geometry);
        heap.New.SetUp((int)(settings.InitialSemispaceBytes >> settings.Geometry.PageShift));
        return heap;
    }

    /// <summary>Adds the roles to a host and posts the messages that start the programs.</summary>
    /// <param name="host">The host.</param>
    /// <param name="inspectorTable">Table number of the <see cref="IHeapInspector"/>; read when the heap is checked or inspected.</param>
    /// <param name="programs">One a mutator, from one to <see cref="WorldAddresses.MaximumMutators"/>.</param>
    /// <typeparam name="TProgram">The kind of program.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException">There is no program, or too many.</exception>
    public void Build<TProgram>(IHost host, int inspectorTable, params IReadOnlyList<TProgram> programs)
        where TProgram : unmanaged, IProgram
    {
        ArgumentOutOfRangeException.ThrowIfZero(programs.Count, nameof(programs));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(programs.Count, WorldAddresses.MaximumMutators, nameof(programs));
        var cycle = TakeCycleWords();
        var addresses = Addresses(programs.Count);
        var role = new Collector(Settings(inspectorTable), addresses, cycle);
        role.AllowOldAllocation(heap);
        var collector = host.Add<Collector, CollectorMessage>("collector", _main, role);
        for (var i = 0; i < programs.Count; i++)
        {
            var context = new ProgramContext
            {
                Isolate = isolate,
                Mutator = i,
                CollectionInterval = settings.CollectionInterval,
                Old = new OldAllocation(settings.VerifyHeap),
                Frames = new ProgramFrames(settings.FrameNanoseconds),
                InterruptAt = settings.PressureAt,
            };
            var mutator = host.Add<Mutator<TProgram>, MutatorMessage>(
                $"mutator-{i}",
                _main,
                new Mutator<TProgram>(
                    programs[i],
                    context,
                    addresses.Embedder,
                    collector,
                    Receivers(addresses)));
            host.Post(mutator, new MutatorMessage(MutatorVerb.Start, 0));
        }

        AddScavengers(host, cycle, addresses, collector);
        AddMarkers(host, cycle, addresses, collector);
        AddCompactors(host, cycle, addresses, collector);
        for (var i = 0; i < _workers; i++)
        {
            host.Add<Sweeper, SweeperMessage>($"sweeper-{i}", GroupOf(i), new Sweeper(i, settings.VerifyHeap, collector));
        }

        host.Add<Embedder, EmbedderMessage>("embedder", _main, new Embedder(EmbedderSettings, addresses.Embedder, addresses));
        host.Add<BackingStoreSweeper, BackingStoreSweeperMessage>(
            "backing-store-sweeper", GroupOf(_workers - 1), new BackingStoreSweeper(collector));
    }

    /// <summary>V8's <c>--concurrent-marking-max-worker-num</c>.</summary>
    private const int MaximumConcurrentMarkers = 7;

    private int ConcurrentMarkers =>
        settings.Techniques.Marking == MarkingTechnique.Concurrent ? Math.Min(settings.Helpers, MaximumConcurrentMarkers) : 0;

    private ShadeReceivers Receivers(in WorldAddresses addresses) =>
        ConcurrentMarkers > 0 ? new(addresses.FirstMarker + 1, ConcurrentMarkers) : new(addresses.FirstMarker, 1);

    private static long WorkerWordsOf(in WorldAddresses addresses, int number) =>
        addresses.WorkerWords + ((long)number * Unsafe.SizeOf<WorkerWords>());

    private CoreGroup GroupOf(int worker) => worker == 0 ? _main : CoreGroup.Helpers;

    private void AddScavengers(
        IHost host, long cycle, in WorldAddresses addresses, Address<CollectorMessage> collector)
    {
        for (var i = 0; i < _workers; i++)
        {
            var (words, own) = (WorkerWordsOf(addresses, i), new WorkerSpaces(heap));
            var live = addresses.LiveCountsOf(heap, i);
            var role = new Scavenger(heap, i, _workers, cycle, words, own, live, settings.VerifyHeap, collector);
            host.Add<Scavenger, ScavengerMessage>($"scavenger-{i}", GroupOf(i), role);
        }
    }

    private void AddMarkers(IHost host, long cycle, in WorldAddresses addresses, Address<CollectorMessage> collector)
    {
        for (var i = 0; i < _workers; i++)
        {
            var role = new Marker(heap, i, _workers, cycle, addresses.LiveCountsOf(heap, i), collector);
            host.Add<Marker, MarkerMessage>($"marker-{i}", GroupOf(i), role);
        }
    }

    private void AddCompactors(
        IHost host, long cycle, in WorldAddresses addresses, Address<CollectorMessage> collector)
    {
        for (var i = 0; i < _workers; i++)
        {
            var (words, own) = (WorkerWordsOf(addresses, i), new WorkerSpaces(heap));
            var role = new Compactor(i, cycle, words, own, settings.VerifyHeap, collector, settings.EvacuationAbortedAfter);
            host.Add<Compactor, CompactorMessage>($"compactor-{i}", GroupOf(i), role);
        }
    }

    private long TakeCycleWords()
    {
        var address = heap.Side.Take(Unsafe.SizeOf<CycleWords>() / sizeof(long));
        ref var cycle = ref Unsafe.As<long, CycleWords>(ref heap.Owned(address));
        cycle.Items = heap.Side.Take(heap.Geometry.ReservedPages);
        cycle.Copied = Worklist.Take(heap, heap.Geometry.ScavengerSegmentEntries);
        cycle.Promoted = Worklist.Take(heap, heap.Geometry.ScavengerSegmentEntries);
        cycle.Grey = Worklist.Take(heap, heap.Geometry.SegmentEntries);
        cycle.Held = Worklist.Take(heap, heap.Geometry.SegmentEntries);
        cycle.Weak = Worklist.Take(heap, heap.Geometry.SegmentEntries);
        cycle.Keys = EphemeronIndex.Take(heap);
        heap.Control.Barrier.Shaded.Worklist = cycle.Grey;
        heap.Control.Barrier.Kind = (long)settings.Techniques.Barrier;
        heap.Control.OldAllocation.IsBlack = settings.Techniques.BlackAllocation ? 1 : 0;
        heap.Control.Barrier.Order = StoreOrder.NumberOf(settings.Techniques.Barrier, settings.Defect);
        return address;
    }

    private WorldAddresses Addresses(int mutators)
    {
        var first = 1 + mutators; // the collector is actor zero
        var live = heap.Side.Take((long)_workers * heap.Geometry.ReservedPages);
        heap.Control.Barrier.LiveCounts = live;
        return new WorldAddresses
        {
            Mutators = mutators,
            Workers = _workers,
            FirstMutator = 1,
            FirstScavenger = first,
            FirstMarker = first + _workers,
            FirstCompactor = first + (2 * _workers),
            FirstSweeper = first + (3 * _workers),
            EmbedderNumber = first + (4 * _workers),
            BackingStoreSweeperNumber = first + (4 * _workers) + 1,
            WorkerWords = heap.Side.Take((long)_workers * Unsafe.SizeOf<WorkerWords>() / sizeof(long)),
            LiveCounts = live,
        };
    }

    private EmbedderSettings EmbedderSettings => new()
    {
        FrameNanoseconds = settings.FrameNanoseconds,
        GrantsTime = settings.IdleTime != IdleTimeUse.None ? 1 : 0,
        Pressure = settings.Pressure,
        PressureAt = settings.PressureAt,
    };

    private CollectorSettings Settings(int inspectorTable) => new()
    {
        MaximumSemispacePages = settings.MaximumSemispaceBytes >> settings.Geometry.PageShift,
        SemispaceGrowthFactor = settings.SemispaceGrowthFactor,
        MaximumOldBytes = settings.MaximumOldBytes,
        InitialOldLimit = settings.OldLimitAtStart,
        MinimumBytesForMarking = settings.MinimumBytesForMarking,
        GrowingStepBytes = settings.GrowingStepBytes,
        LimitRule = settings.LimitRule,
        LastResorts = settings.LastResorts,
        IdleTime = settings.IdleTime,
        Shrinks = settings.NewSpaceShrinks ? 1 : 0,
        Helpers = settings.Helpers,
        Marking = (int)settings.Techniques.Marking,
        ConcurrentMarkers = ConcurrentMarkers,
        ScavengerTasks = settings.Techniques.ParallelScavenge ? _workers : 1,
        MarkerTasks = settings.Techniques.ParallelMarking ? _workers : 1,
        CompactorTasks = settings.Techniques.ParallelCompaction ? _workers : 1,
        ConcurrentSweeping = settings.Techniques.ConcurrentSweeping && settings.Helpers > 0 ? 1 : 0,
        ConcurrentBackingStoreSweeping = settings.Techniques.ConcurrentBackingStoreSweeping && settings.Helpers > 0 ? 1 : 0,
        Compacts = settings.Techniques.Compaction ? 1 : 0,
        ScavengeTask = settings.Techniques.ScavengeTask ? 1 : 0,
        MarkingTask = settings.Techniques.MarkingTask ? 1 : 0,
        ReducesMemory = settings.Techniques.MemoryReducer ? 1 : 0,
        ForcedFullEvery = settings.ForcedFullEvery,
        VerifyHeap = settings.VerifyHeap ? 1 : 0,
        Defect = (int)settings.Defect,
        Inspects = settings.VerifyHeap || settings.Inspects ? 1 : 0,
        InspectorTable = inspectorTable,
    };
}
