using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>What a collection does with the remembered set where that is a list. See Note [Store buffer].</content>
public partial struct Collector
{
    private static void BeginStoreBuffer<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        if (heap.HasStoreBuffer)
        {
            heap.StoreBuffer.BeginCollection();
            turn.Pay(Work.VisitSlot, heap.StoreBuffer.TakeUnpaid());
        }
    }

    /// <summary>Before any memory is freed: later nobody could tell what an entry of a dead object points into.</summary>
    private static void RemoveDeadEntries<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        if (heap.HasStoreBuffer)
        {
            heap.StoreBuffer.BeginCollection();
            heap.StoreBuffer.RemoveDead();
            turn.Pay(Work.VisitSlot, heap.StoreBuffer.TakeUnpaid());
        }
    }
}
