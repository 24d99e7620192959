using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Checking;

/// <content>Objects that are born in old space. See Note [Black allocation].</content>
internal partial struct RandomProgram
{
    private bool TryAllocateOld<TTurn>(ref ProgramContext context, ref TTurn turn, out ProgramStop stop)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        var words = 2 + (_field % (_sizes.LargestWords - 1));
        if (!OldAllocation.TryAllocate(ref context, words * 8L, ref turn, out var address, out stop))
        {
            return false;
        }

        Fill(heap, address, words, ObjectHeader.Encode(LayoutKind.TaggedFields, words, 1));
        heap.Owned(_registers + (_a * 8)) = Tagged.FromAddress(address);
        _newest = -1; // no store into it may leave out the barrier
        _store = new PointerStore(heap, address, address + ((words - 1) * 8), heap.Owned(_registers + (_b * 8)));
        return true;
    }
}
