using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>What a pause is for. Source: V8 11.3, heap/heap.cc (SelectGarbageCollector), heap/heap-allocator.cc.</content>
public partial struct Collector
{
    /// <summary>Whether the pause that is asked for will finish the cycle that marking began, as far as one can know.</summary>
    private readonly bool GoesOnWithMarking(SharedHeap heap) =>
        IsMarking && (_finalizes || _task == CollectorTask.RelievePressure || IsAskedForOld || MustEndMarking(heap)
            || (_isAsked && Attempts(_request) == AttemptsBeforeLastResort)
            || (_external == ExternalRequest.Pressure && !_isAsked) || !CanPromoteYoungAndExpand(heap, 0));

    /// <summary>Whether marking that is complete and waits for its task has waited long enough.</summary>
    private readonly bool MustEndMarking(SharedHeap heap) =>
        _isComplete && _limit.IsOvershotByFar(WithExternal(heap, heap.OldObjectBytes));

    private readonly bool IsAskedForOld => _isAsked && _request.Verb == CollectorVerb.OldAllocationFailed;

    /// <summary>A mutator found no room: of several, the one that asked most often counts.</summary>
    private void TakeRequest<TTurn>(in CollectorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _request = !_isAsked || Attempts(message) > Attempts(_request) ? message : _request;
        _isAsked = true;
        _standing |= 1UL << message.Sender;
        BeginStop(ref turn);
    }

    private (PauseKind Pause, CollectionCause Cause) Decide(SharedHeap heap)
    {
        var attempts = _isAsked ? Attempts(_request) : 0;
        if (attempts > AttemptsBeforeLastResort || !heap.New.CanFlip)
        {
            return (PauseKind.OutOfMemory, CollectionCause.Unknown);
        }

        if (attempts == AttemptsBeforeLastResort)
        {
            return (PauseKind.MarkCompact, CollectionCause.LastResort);
        }

        if (_task == CollectorTask.RelievePressure)
        {
            return (PauseKind.MarkCompact, CollectionCause.MemoryPressure);
        }

        if (_finalizes)
        {
            return (PauseKind.MarkCompact, FinalizationCause);
        }

        if (IsAskedForOld || MustEndMarking(heap) || !CanPromoteYoungAndExpand(heap, 0))
        {
            return (PauseKind.MarkCompact, CollectionCause.AllocationFailure);
        }

        if (_external != ExternalRequest.None && !_isAsked)
        {
            return DecideForExternalMemory(heap);
        }

        if (_task != CollectorTask.None && !_isAsked)
        {
            return DecideForTask;
        }

        return IsForcedToBeFull()
            ? (PauseKind.MarkCompact, CollectionCause.Testing) : (PauseKind.Scavenge, CollectionCause.AllocationFailure);
    }

    private bool IsForcedToBeFull() =>
        _settings.ForcedFullEvery > 0 && _isAsked && _request.IsForced && ++_forced % _settings.ForcedFullEvery == 0;
}
