using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>
/// Frees the backing stores of array buffers that died, on a helper beside the program. See Note [Sweeping backing stores].
/// </summary>
/// <remarks>Source: V8 11.3, heap/array-buffer-sweeper.cc.</remarks>
/// <param name="collector">Whom it answers.</param>
public struct BackingStoreSweeper(Address<CollectorMessage> collector) : IRole<BackingStoreSweeperMessage>
{
    private long _epoch;
    private bool _isSweeping;

    /// <inheritdoc/>
    public bool Receive<TTurn>(in BackingStoreSweeperMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        (_epoch, _isSweeping) = (message.Epoch, true);
        turn.Record(EventKind.PhaseBegin, _epoch, (long)CollectionPhase.SweepArrayBuffers, 0);
        return true;
    }

    /// <inheritdoc/>
    public bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        while (_isSweeping)
        {
            var freed = turn.Heap.External.SweepNext();
            if (freed < 0)
            {
                _isSweeping = false;
                turn.Record(EventKind.PhaseEnd, _epoch, (long)CollectionPhase.SweepArrayBuffers, 0);
                turn.Send(collector, new CollectorMessage(CollectorVerb.BackingStoresSwept, _epoch, 0));
            }
            else if (!turn.Spend(Work.FreeBackingStore, freed))
            {
                return true;
            }
        }

        return false;
    }
}
