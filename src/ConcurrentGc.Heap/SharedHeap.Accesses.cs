using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Heap;

/// <content>Accesses of shared words, each named after its strength.</content>
public sealed unsafe partial class SharedHeap
{
    /// <summary>Relaxed atomic load: one step.</summary>
    /// <param name="address">Byte offset, a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long LoadRelaxed(long address)
    {
        Note(address, AccessKind.Load);
        return *(long*)(_start + address);
    }

    /// <summary>Acquire load: one step.</summary>
    /// <param name="address">Byte offset, a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long LoadAcquire(long address)
    {
        Note(address, AccessKind.Load);
        return Volatile.Read(ref *(long*)(_start + address));
    }

    /// <summary>Relaxed atomic store: one step.</summary>
    /// <param name="address">Byte offset, a multiple of eight.</param>
    /// <param name="value">The word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRelaxed(long address, long value)
    {
        Note(address, AccessKind.Store);
        *(long*)(_start + address) = value;
    }

    /// <summary>Release store: one step.</summary>
    /// <param name="address">Byte offset, a multiple of eight.</param>
    /// <param name="value">The word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRelease(long address, long value)
    {
        Note(address, AccessKind.Store);
        Volatile.Write(ref *(long*)(_start + address), value);
    }

    /// <summary>Compare-and-swap with full fence: one step.</summary>
    /// <param name="address">Byte offset, a multiple of eight.</param>
    /// <param name="expected">What must be there.</param>
    /// <param name="value">What to put there.</param>
    /// <returns>What was there: equal to <paramref name="expected"/> for the winner.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long CompareExchange(long address, long expected, long value)
    {
        Note(address, AccessKind.ReadModifyWrite);
        return Interlocked.CompareExchange(ref *(long*)(_start + address), value, expected);
    }

    /// <summary>Atomic or: one step.</summary>
    /// <param name="address">Byte offset, a multiple of eight.</param>
    /// <param name="bits">Bits to set.</param>
    /// <returns>The word before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Or(long address, long bits)
    {
        Note(address, AccessKind.ReadModifyWrite);
        return Interlocked.Or(ref *(long*)(_start + address), bits);
    }

    /// <summary>Atomic and: one step.</summary>
    /// <param name="address">Byte offset, a multiple of eight.</param>
    /// <param name="bits">Bits to keep.</param>
    /// <returns>The word before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long And(long address, long bits)
    {
        Note(address, AccessKind.ReadModifyWrite);
        return Interlocked.And(ref *(long*)(_start + address), bits);
    }

    /// <summary>Atomic addition: one step.</summary>
    /// <param name="address">Byte offset, a multiple of eight.</param>
    /// <param name="amount">What to add.</param>
    /// <returns>The word before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long FetchAdd(long address, long amount)
    {
        Note(address, AccessKind.ReadModifyWrite);
        return Interlocked.Add(ref *(long*)(_start + address), amount) - amount;
    }

    /// <summary>Takes a lock word: one step.</summary>
    /// <param name="address">Byte offset of the lock.</param>
    /// <param name="holder">The worker's number, from zero.</param>
    /// <returns>False: somebody holds it; try again in a later step. Waiting is a state, never a blocked thread.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryLock(long address, long holder) => CompareExchange(address, 0, holder + 1) == 0;

    /// <summary>Releases a lock word: one step. What was written under the lock is visible to the next holder.</summary>
    /// <param name="address">Byte offset of the lock.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unlock(long address) => StoreRelease(address, 0);

    /// <summary>Full fence: whatever the caller stored before, others see before the caller does anything more.</summary>
    /// <remarks>No access of a word; every read-modify-write above is one too.</remarks>
    public void Fence()
    {
        if (Checks.Enabled)
        {
            _counter?.NoteFence();
        }

        Interlocked.MemoryBarrier();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Note(long address, AccessKind kind)
    {
        if (Checks.Enabled) // else the JIT leaves nothing of it: the hottest loops make two accesses in three nanoseconds
        {
            _counter?.Note(address, kind, *(long*)(_start + address));
        }
    }
}
