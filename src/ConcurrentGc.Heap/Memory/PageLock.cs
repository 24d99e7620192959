namespace ConcurrentGc.Heap.Memory;

/// <summary>
/// The lock of a page's objects that change in place: the mutator takes its exclusive side, markers beside it the shared
/// one. One word: how many share it, and far below zero while somebody has it alone. Each operation is one atomic step.
/// </summary>
/// <remarks>Source: V8 11.3, heap/object-lock.h and the shared mutex of heap/memory-chunk.h. Nobody waits inside.</remarks>
/// <param name="heap">The heap.</param>
/// <param name="address">Any address inside the page.</param>
public readonly struct PageLock(SharedHeap heap, long address)
{
    /// <summary>Byte offset of <see cref="PageHeader.ChangeLock"/>.</summary>
    public const int Offset = 19 * sizeof(long);

    private const long Exclusive = 1L << 62;

    private readonly SharedHeap _heap = heap;
    private readonly long _word = heap.HeaderAddress(address) + Offset;

    /// <summary>Takes the exclusive side.</summary>
    /// <returns>False: others have the lock; try again in a later step.</returns>
    public bool TryLockExclusive() => _heap.CompareExchange(_word, 0, -Exclusive) == 0;

    /// <summary>Releases the exclusive side.</summary>
    public void UnlockExclusive() => _heap.FetchAdd(_word, Exclusive);

    /// <summary>Joins the shared side.</summary>
    /// <returns>False: somebody has the lock alone; leave it by <see cref="UnlockShared"/> and try again in later steps.</returns>
    public bool TryLockShared() => _heap.FetchAdd(_word, 1) >= 0;

    /// <summary>Leaves the shared side, got or not.</summary>
    public void UnlockShared() => _heap.FetchAdd(_word, -1);
}
