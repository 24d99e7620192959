using ConcurrentGc.Heap;
using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Checking;

/// <content>Array buffers, which keep bytes outside the heap. See Note [Sweeping backing stores].</content>
internal partial struct RandomProgram
{
    private const int BufferWords = 11;
    private const int MostStoreWords = 26;

    private readonly bool TryAllocateBuffer(SharedHeap heap, ref ProgramContext context, ref long register, long first)
    {
        const long bytes = BufferWords * 8L;
        if (!MutatorAllocator.TryAllocate(heap, ref context, bytes, out var address))
        {
            return false;
        }

        heap.FreeList.Fill(address, bytes); // a gap, if it must be done again
        var storeBytes = _field % MostStoreWords * 8L;
        if (!ExternalAllocator.TryReserve(heap, ref context, storeBytes))
        {
            return false;
        }

        Fill(heap, address, BufferWords, ObjectHeader.Encode(LayoutKind.ArrayBuffer, BufferWords, 5));
        heap.Owned(address + 8) = first;
        ref var store = ref heap.Owned(address + (BackingStore.BufferWord * 8));
        store = storeBytes == 0 ? 0 : heap.External.TakeStore(address, storeBytes);
        if (store != 0)
        {
            heap.Owned(store + BackingStore.PrefixBytes) = _field;
        }

        register = Tagged.FromAddress(address);
        return true;
    }
}
