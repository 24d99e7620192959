using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>Memory is short, or a program is about to be out of it: several full collections in a row.</content>
/// <remarks>
/// Source: V8 11.3, heap/heap.cc (CheckMemoryPressure, CollectGarbageOnMemoryPressure, CollectAllAvailableGarbage). The last
/// resort goes on, up to seven times, while weak handles of the embedder are freed; no program has any here.
/// </remarks>
public partial struct Collector
{
    /// <summary>Below so many bytes that could be freed, one full collection under pressure is enough.</summary>
    private const long MuchGarbage = 8 << 20;
    private const double MuchGarbageShare = 0.1;

    /// <summary>What a program may stand under pressure, nanoseconds: V8's kMaxMemoryPressurePauseMs.</summary>
    private const long LongestRelief = 100_000_000;

    /// <summary>
    /// Whether the collection that begins is what the embedder asked for. Under moderate pressure any full one is: where the
    /// old generation has no room for the young one, it comes instead of marking beside the program.
    /// </summary>
    private readonly bool IsRelief => _cause == CollectionCause.MemoryPressure
        || (_pause == PauseKind.MarkCompact && _pressure == MemoryPressure.Moderate);

    /// <summary>Does what the embedder asked for, as soon as nothing else is done.</summary>
    private void BeginRelief<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (_pressure == MemoryPressure.None || _phase != CollectorPhase.Idle || _ended == AllMutators)
        {
            return;
        }

        if (_pressure == MemoryPressure.Moderate && (IsMarking || !MayMarkBeside))
        {
            _pressure = MemoryPressure.None;
            return;
        }

        _task = _pressure == MemoryPressure.Moderate ? CollectorTask.StartMarking : CollectorTask.RelievePressure;
        BeginStop(ref turn);
        Advance(ref turn);
    }

    /// <summary>A full collection is over and the mutators still stand: perhaps another one follows.</summary>
    private void GoOnAfterFullCollection<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _inRow++;
        var isRelief = _cause == CollectionCause.MemoryPressure && _inRow == 1 && HasMuchGarbage(turn.Heap);
        if (isRelief && turn.Now - _pauseBegin >= LongestRelief / 2)
        {
            GoOnMarking(ref turn);
        }
        else if (isRelief || (_cause == CollectionCause.LastResort && _inRow < _settings.LastResorts))
        {
            BeginMarkCompactBehind(_cause, ref turn);
        }
        else
        {
            GoOn(ref turn);
        }
    }

    private void GoOnMarking<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (MayMarkBeside)
        {
            _pressure = MemoryPressure.Moderate;
            StartMarking(ref turn);
        }
        else
        {
            GoOn(ref turn);
        }
    }

    /// <summary>Committed memory that no object takes: much of it could be freed.</summary>
    private static bool HasMuchGarbage(SharedHeap heap)
    {
        var committed = CycleStatistics.CommittedBytes(heap);
        var garbage = committed - CycleStatistics.TotalBytes(heap);
        return garbage >= MuchGarbage && garbage >= committed * MuchGarbageShare;
    }
}
