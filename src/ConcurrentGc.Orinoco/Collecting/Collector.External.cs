using ConcurrentGc.Heap;
using ConcurrentGc.Heap.External;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>Memory outside the heap: what it starts, and the sweeping of backing stores. See Note [Sweeping backing stores].</content>
/// <remarks>
/// Source: V8 11.3, heap/heap.cc (ReportExternalMemoryPressure, CompleteArrayBufferSweeping), heap/array-buffer-sweeper.cc.
/// </remarks>
public partial struct Collector
{
    /// <summary>Milliseconds of a marking step that external memory asks for: kMinStepSize, kMaxStepSize.</summary>
    private const double LeastExternalStep = 5;
    private const double MostExternalStep = 10;

    /// <summary>Whether memory matters more than time: half of what the old generation may have came since the last full collection.</summary>
    private readonly bool IsOverHardLimit(SharedHeap heap) => heap.External.BytesSinceMarkCompact > _settings.MaximumOldBytes / 2;

    /// <summary>Bytes that count for the limit: old objects, and what came outside of the heap since the last full collection.</summary>
    private static long WithExternal(SharedHeap heap, long old) => old + heap.External.BytesSinceMarkCompact;

    private void ReceiveExternal<TTurn>(in CollectorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (message.Verb == CollectorVerb.BackingStoresSwept)
        {
            OnBackingStoresSwept(ref turn);
            return;
        }

        _standing |= 1UL << message.Sender;
        var request = (ExternalRequest)message.Value;
        if (request == ExternalRequest.Scavenge || !IsMarking || IsOverHardLimit(turn.Heap))
        {
            _external = request > _external ? request : _external;
            BeginStop(ref turn);
        }
        else if (_phase == CollectorPhase.Idle)
        {
            var share = (double)turn.Heap.External.Bytes / turn.Heap.External.Limit;
            _stepMilliseconds = Math.Clamp(share * LeastExternalStep, LeastExternalStep, MostExternalStep);
            BeginStep(ref turn);
            return;
        }

        Advance(ref turn); // who came while others are waited for goes on with them
    }

    private readonly (PauseKind Pause, CollectionCause Cause) DecideForExternalMemory(SharedHeap heap) =>
        _external == ExternalRequest.Scavenge ? (PauseKind.Scavenge, CollectionCause.ExternalMemoryPressure)
        : MayMarkBeside && !IsMarking && !IsOverHardLimit(heap) ? (PauseKind.StartMarking, CollectionCause.Unknown)
        : (PauseKind.MarkCompact, CollectionCause.ExternalMemoryPressure);

    /// <summary>The mutators stand, and the lists of backing stores must be whole before the collection begins.</summary>
    /// <returns>True: the caller returns; it is called again when they are.</returns>
    private bool MustAwaitBackingStores<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var external = turn.Heap.External;
        if (external.SweepState != BackingStoreSweepState.UnderWay)
        {
            external.TakeSwept();
            return false;
        }

        _phase = CollectorPhase.AwaitBackingStores;
        BeginPhase(ref turn, CollectionPhase.CompleteSweepArrayBuffers);
        return true;
    }

    private void OnBackingStoresSwept<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        turn.Heap.External.EndSweep();
        if (_phase == CollectorPhase.AwaitBackingStores)
        {
            EndPhase(ref turn, CollectionPhase.CompleteSweepArrayBuffers);
            BeginCollection(ref turn);
        }
    }

    /// <summary>What is prepared is swept at once, unless a helper does it when the program goes on.</summary>
    private readonly void SweepBackingStores<TTurn>(CollectionPhase phase, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (turn.Heap.External.SweepState != BackingStoreSweepState.Prepared)
        {
            return;
        }

        BeginPhase(ref turn, phase);
        if (_settings.ConcurrentBackingStoreSweeping == 0 || _reducesMemory)
        {
            SweepPreparedBackingStores(ref turn);
        }

        EndPhase(ref turn, phase);
    }

    /// <summary>Sweeps on the main thread what no helper has been told of.</summary>
    private static void SweepPreparedBackingStores<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var external = turn.Heap.External;
        if (external.SweepState == BackingStoreSweepState.Prepared)
        {
            for (var freed = external.SweepNext(); freed >= 0; freed = external.SweepNext())
            {
                turn.Pay(Work.FreeBackingStore, freed);
            }

            external.EndSweep();
            external.TakeSwept();
        }
    }

    /// <summary>The mutators go on: a helper begins with what is prepared.</summary>
    private readonly void StartBackingStoreSweeper<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (turn.Heap.External.SweepState == BackingStoreSweepState.Prepared)
        {
            turn.Heap.External.BeginSweep();
            turn.Send(_world.BackingStoreSweeper, new BackingStoreSweeperMessage(_epoch));
        }
    }
}
