using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>Numbers of one cycle, taken from the heap before and after and from the workers.</summary>
public struct CycleStatistics
{
    private long _totalBefore;
    private long _committedBefore;
    private long _holesBefore;
    private long _previouslyCopied;
    private WorkerWords _sum;

    /// <summary>Bytes of the young generation before, large objects included.</summary>
    public long NewBefore { get; private set; }

    /// <summary>Bytes promoted and copied.</summary>
    public readonly long Survived => _sum.PromotedBytes + _sum.CopiedBytes;

    /// <summary>Bytes promoted.</summary>
    public readonly long PromotedBytes => _sum.PromotedBytes;

    /// <summary>Bytes moved by workers in a full collection.</summary>
    public readonly long EvacuatedBytes => _sum.PromotedBytes + _sum.CompactedBytes;

    /// <summary>Objects marked, as of the end of marking.</summary>
    public long MarkedObjects { get; set; }

    /// <summary>Whether a worker found no room for an object.</summary>
    public readonly bool OutOfRoom => _sum.OutOfRoom != 0;

    /// <summary>Notes the heap before a cycle.</summary>
    /// <param name="heap">The heap; the mutators stand.</param>
    public void Begin(SharedHeap heap)
    {
        _previouslyCopied = _sum.CopiedBytes;
        _sum = default;
        MarkedObjects = 0;
        _totalBefore = TotalBytes(heap);
        _committedBefore = CommittedBytes(heap);
        _holesBefore = OldSpaceSums.HoleBytes(heap);
        NewBefore = heap.New.UsedBytes + heap.NewLarge.State.ObjectBytes;
    }

    /// <summary>Adds up what the workers did and clears their words.</summary>
    /// <param name="heap">The heap; the workers are done.</param>
    /// <param name="first">Byte offset of the first worker's words.</param>
    /// <param name="count">Number of workers.</param>
    public void Collect(SharedHeap heap, long first, int count)
    {
        for (var i = 0; i < count; i++)
        {
            ref var words = ref Unsafe.As<long, WorkerWords>(
                ref heap.Owned(first + ((long)i * Unsafe.SizeOf<WorkerWords>())));
            _sum.CopiedBytes += words.CopiedBytes;
            _sum.CopiedObjects += words.CopiedObjects;
            _sum.PromotedBytes += words.PromotedBytes;
            _sum.PromotedObjects += words.PromotedObjects;
            _sum.CompactedBytes += words.CompactedBytes;
            _sum.OutOfRoom += words.OutOfRoom;
            words = default;
        }
    }

    /// <summary>Writes the cycle's numbers to the run record.</summary>
    /// <param name="heap">The heap after the cycle.</param>
    /// <param name="turn">The host.</param>
    /// <param name="epoch">The cycle.</param>
    /// <param name="tasks">Parallel tasks.</param>
    /// <param name="limit">The old generation's limit after the cycle.</param>
    /// <param name="reducesMemory">Whether it was for memory.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    public readonly void Record<TTurn>(
        SharedHeap heap, ref TTurn turn, long epoch, int tasks, in OldGenerationLimit limit, bool reducesMemory)
        where TTurn : struct, ITurn, allows ref struct
    {
        Note(ref turn, epoch, Statistic.TotalBefore, _totalBefore);
        Note(ref turn, epoch, Statistic.TotalAfter, TotalBytes(heap));
        Note(ref turn, epoch, Statistic.CommittedBefore, _committedBefore);
        Note(ref turn, epoch, Statistic.CommittedAfter, CommittedBytes(heap));
        Note(ref turn, epoch, Statistic.Promoted, _sum.PromotedBytes);
        Note(ref turn, epoch, Statistic.Copied, _sum.CopiedBytes);
        Note(ref turn, epoch, Statistic.HolesBefore, _holesBefore);
        Note(ref turn, epoch, Statistic.HolesAfter, OldSpaceSums.HoleBytes(heap));
        Note(ref turn, epoch, Statistic.SemispaceCapacity, heap.New.CapacityBytes);
        Note(ref turn, epoch, Statistic.NewUsed, heap.New.UsedBytes);
        Note(ref turn, epoch, Statistic.OldUsed, OldSpaceSums.ObjectBytes(heap) - heap.Code.ObjectBytes);
        Note(ref turn, epoch, Statistic.OldCommitted, OldSpaceSums.CommittedBytes(heap) - heap.Code.CommittedBytes);
        Note(ref turn, epoch, Statistic.LargeUsed, heap.Large.State.ObjectBytes);
        Note(ref turn, epoch, Statistic.NewLargeUsed, heap.NewLarge.State.ObjectBytes);
        Note(ref turn, epoch, Statistic.CodeUsed, heap.Code.ObjectBytes);
        Note(ref turn, epoch, Statistic.ObjectsCopied, _sum.CopiedObjects);
        Note(ref turn, epoch, Statistic.ObjectsPromoted, _sum.PromotedObjects);
        Note(ref turn, epoch, Statistic.ObjectsMarked, MarkedObjects);
        Note(ref turn, epoch, Statistic.OldGenerationLimit, limit.Bytes);
        Note(ref turn, epoch, Statistic.NewSizeBefore, NewBefore);
        Note(ref turn, epoch, Statistic.PreviouslyCopied, _previouslyCopied);
        Note(ref turn, epoch, Statistic.Tasks, tasks);
        Note(ref turn, epoch, Statistic.AverageSurvivalRatio, (long)(limit.AverageSurvival * 100));
        Note(ref turn, epoch, Statistic.Compacted, _sum.CompactedBytes);
        Note(ref turn, epoch, Statistic.ReducesMemory, reducesMemory ? 1 : 0);
        if (heap.HasStoreBuffer)
        {
            RecordStoreBuffer(ref heap.StoreBuffer.State, ref turn, epoch);
        }
    }

    /// <summary>Writes what the store buffer counted, and begins to count anew.</summary>
    private static void RecordStoreBuffer<TTurn>(ref StoreBufferState buffer, ref TTurn turn, long epoch)
        where TTurn : struct, ITurn, allows ref struct
    {
        Note(ref turn, epoch, Statistic.StoreBufferInserts, buffer.Inserted);
        Note(ref turn, epoch, Statistic.StoreBufferDuplicates, buffer.Duplicates);
        Note(ref turn, epoch, Statistic.StoreBufferEntries, buffer.Visited);
        Note(ref turn, epoch, Statistic.StoreBufferExemptions, buffer.Exempted);
        Note(ref turn, epoch, Statistic.StoreBufferScannedPages, buffer.Scanned);
        (buffer.Inserted, buffer.Duplicates, buffer.Visited, buffer.Exempted, buffer.Scanned) = (0, 0, 0, 0, 0);
    }

    private static void Note<TTurn>(ref TTurn turn, long epoch, Statistic statistic, long value)
        where TTurn : struct, ITurn, allows ref struct =>
        turn.Record(EventKind.Statistic, epoch, (long)statistic, value);

    /// <summary>Bytes of objects in all spaces.</summary>
    /// <param name="heap">The heap; the mutators stand.</param>
    public static long TotalBytes(SharedHeap heap) =>
        heap.New.UsedBytes + heap.NewLarge.State.ObjectBytes + heap.OldObjectBytes;

    /// <summary>Bytes of the pages of all spaces.</summary>
    /// <param name="heap">The heap; the mutators stand.</param>
    public static long CommittedBytes(SharedHeap heap) =>
        heap.New.CommittedBytes + heap.NewLarge.State.CommittedBytes + heap.OldCommittedBytes;
}
