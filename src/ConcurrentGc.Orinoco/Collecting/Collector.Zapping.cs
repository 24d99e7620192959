using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Verifying;

namespace ConcurrentGc.Orinoco.Collecting;

/// <content>
/// When the heap is checked, memory is overwritten as soon as its last reader is done with it: from-space once its
/// pointers are updated, pages before they are handed back, gaps (by who sweeps) once they are swept. It costs no virtual time.
/// See Note [Zapping].
/// </content>
public partial struct Collector
{
    private readonly bool Zaps => _settings.VerifyHeap != 0;

    private readonly void ZapFromSpace(SharedHeap heap)
    {
        if (Zaps)
        {
            Zap.FromSpace(heap);
        }
    }

    private readonly void ZapPage(SharedHeap heap, long page)
    {
        if (Zaps)
        {
            Zap.Area(heap, page);
        }
    }
}
