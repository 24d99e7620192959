using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Roots;

/// <summary>
/// Numbered words outside the pages that follow objects but do not keep them: when an object dies, its word becomes zero.
/// By them a trace calls objects by name. Owner: the mutator while it runs, the collector in the pause.
/// </summary>
/// <remarks>
/// Source: V8 11.3, heap/heap.cc (ExternalStringTable): a list of the young ones, so that a scavenge does not look at all.
/// </remarks>
/// <param name="heap">The heap.</param>
public sealed class WeakRoots(SharedHeap heap)
{
    private const long LeastWords = 1024;

    // In the place of a young object whose number was taken back: the number is in the list of the young ones already.
    private const long Listed = 1L << 32; // a small integer

    private ref WeakRootState State => ref heap.Control.WeakRoots;

    /// <summary>How many numbers there are, from zero.</summary>
    public long Count => State.Count;

    /// <summary>The tagged word of a number; zero: its object is dead, or it never had one.</summary>
    /// <param name="number">Below <see cref="Count"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long At(long number) => Word(number) is var word && Tagged.IsPointer(word) ? word : Tagged.Zero;

    /// <summary>Gives a number to an object.</summary>
    /// <param name="number">From zero; there are as many as the largest one ever given.</param>
    /// <param name="address">The object.</param>
    public void Set(long number, long address)
    {
        ref var state = ref State;
        if (number >= state.Count)
        {
            Grow(number + 1);
        }

        var isListed = IsListed(Word(number));
        var isYoung = heap.IsYoung(address);
        Word(number) = Tagged.FromAddress(address);
        if (!isYoung || isListed)
        {
            return;
        }

        if (state.YoungCount == state.YoungCapacity)
        {
            (state.Young, state.YoungCapacity) = Moved(state.Young, state.YoungCount, 2 * state.YoungCapacity);
        }

        heap.Owned(state.Young + (state.YoungCount++ * 8)) = number;
    }

    /// <summary>Takes a number back.</summary>
    /// <param name="number">Below <see cref="Count"/>.</param>
    public void Clear(long number) => Word(number) = IsListed(Word(number)) ? Listed : Tagged.Zero;

    /// <summary>After copying, before from-space is given up: what was not copied is dead.</summary>
    public void AfterScavenge()
    {
        for (var i = 0L; i < State.YoungCount; i++)
        {
            ref var word = ref Word(heap.Owned(State.Young + (i * 8)));
            if (Tagged.IsPointer(word) && (heap.Flags(word) & PageFlags.From) != PageFlags.None)
            {
                // A forwarding header is the tagged new address: of a large object, its own.
                var header = heap.Owned(Tagged.Address(word));
                word = ObjectHeader.IsForwarded(header) ? header : Tagged.Zero;
            }
        }

        ForgetOld();
    }

    /// <summary>After marking: what is not marked is dead.</summary>
    public void ClearUnmarked()
    {
        for (var number = 0L; number < State.Count; number++)
        {
            ref var word = ref Word(number);
            if (Tagged.IsPointer(word) && !heap.MarkBits.IsMarkedOwned(Tagged.Address(word)))
            {
                word = Tagged.Zero;
            }
        }
    }

    /// <summary>After evacuation, before the evacuated pages are given up.</summary>
    public void AfterEvacuation()
    {
        for (var number = 0L; number < State.Count; number++)
        {
            ref var word = ref Word(number);
            if (Tagged.IsPointer(word) && heap.Owned(Tagged.Address(word)) is var header && ObjectHeader.IsForwarded(header))
            {
                word = header;
            }
        }

        ForgetOld();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref long Word(long number) => ref heap.Owned(State.Start + (number * 8));

    private bool IsListed(long word) => Tagged.IsPointer(word) ? heap.IsYoung(word) : word == Listed;

    private void ForgetOld()
    {
        var kept = 0L;
        for (var i = 0L; i < State.YoungCount; i++)
        {
            var number = heap.Owned(State.Young + (i * 8));
            ref var word = ref Word(number);
            if (!Tagged.IsPointer(word))
            {
                word = Tagged.Zero;
            }
            else if (heap.IsYoung(word))
            {
                heap.Owned(State.Young + (kept++ * 8)) = number;
            }
        }

        State.YoungCount = kept;
    }

    private void Grow(long count)
    {
        ref var state = ref State;
        if (count > Capacity(state.Count))
        {
            (state.Start, _) = Moved(state.Start, state.Count, Capacity(count));
        }

        state.Count = count;
    }

    /// <summary>Room is a power of two, so that it need not be kept.</summary>
    private static long Capacity(long count) =>
        count == 0 ? 0 : Math.Max(LeastWords, (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)count));

    private (long Start, long Capacity) Moved(long from, long count, long capacity)
    {
        var room = Math.Max(LeastWords, capacity);
        var start = heap.Side.Take(room);
        heap.CopyOwned(from, start, count * 8);
        return (start, room);
    }
}
